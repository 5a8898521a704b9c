"""Who turned to whom: one call, invitation or request, told from either end."""

from __future__ import annotations

from compare.language.facts import Fact, same_entity
from compare.language.facts.actor import OURS
from compare.language.facts.requests import BEHESTS
from compare.language.facts.wordlist import words
from compare.model import Side, Span
from compare.relation.comparers.approaches import Approach, approaches
from compare.relation.comparers.askers import of_land
from compare.relation.comparers.offices import office, same_office
from compare.relation.comparers.opposites import ELSE_ALIKE
from compare.relation.comparers.parties import SELF
from compare.relation.comparers.speakers import is_another, is_left_over, is_speaker, says_i
from compare.relation.context import Difference, LinkContext

# How sure a conflict is, [0, 1]. Who sought the talks makes a divergence by itself: of nine such
# links in data/gold/train and later eight are, and the ninth was misread.
ALIKE_TOLD, TALKS_TOLD = 0.7, 0.75
SIDES: tuple[Side, Side] = ("a", "b")
_STEM = 4  # letters by which "Amaran" is told to be of Amara
_MEETINGS = words("meet meeting meetings talks consultation consultations negotiation negotiations")
# Who is sent, and how, by whatever word.
_SENDS = words("send dispatch deploy")
_SENT = words("delegation team mission group official representative envoy expert negotiator")
_NAMED = frozenset({"person", "country", "org", "role"})
_ME = frozenset({"I", "me", "my", "My"})  # in another sentence; "us" is the United States, too


def _same(context: LinkContext, one: Fact | None, other: Fact | None) -> bool | None:
    """Say whether a party of A is one of B; None where it isn't known."""
    if one is None or other is None:
        return None
    if one.value == other.value == "speaker":
        # Each "I" is another; "we" may be both sides.
        return False if says_i(context.a, one) or says_i(context.b, other) else None
    if one.value == "speaker":
        return _is_self(context, "a", other)
    if other.value == "speaker":
        return _is_self(context, "b", one)
    sides = [_called(context, side, fact) for side, fact in zip(SIDES, (one, other), strict=True)]
    if sides[0] and sides[1]:
        return same_entity(sides[0], sides[1])
    if any(sides) and (land := _land(sides[0] or one.value, sides[1] or other.value)) is not None:
        return land
    if same_entity(one.value, other.value):
        return None if one.value == "both" or one.value.startswith("pronoun:") else True
    kinds = {fact.value.partition(":")[0] for fact in (one, other)}
    if "pronoun" in kinds:
        if len(kinds) == 1:
            return False if "pronoun:they" not in (one.value, other.value) else None
        if one.value.startswith("pronoun:"):
            return False if _says_me(context, "a") and _is_self(context, "a", other) else None
        return False if _says_me(context, "b") and _is_self(context, "b", one) else None
    if "office" in kinds and kinds <= {"office", "person"}:
        return same_office(*("".join(fact.about[:1]) for fact in (one, other)))
    if "person" in kinds and len(kinds) == 2:
        if one.value.startswith("person:"):
            return of_land(context, ("a", "b"), one, other)
        return of_land(context, ("b", "a"), other, one)
    if kinds == {"role", "country"}:
        return one.value.rpartition(":")[2] == other.value.rpartition(":")[2]
    return False if len(kinds) == 1 and kinds <= _NAMED else None


def _called(context: LinkContext, side: Side, fact: Fact) -> str:
    """Return whose side, delegation or minister is meant, where an adjective says it, or nothing.

    A land that no list has is a name like any other, and so are those of its people.
    """
    kind, _, name = fact.value.partition(":")
    if kind == "country":
        return fact.value
    text = (context.a if side == "a" else context.b).slice(fact.span).lower()
    rest = text.removeprefix(name).split()
    if kind not in ("name", "org", "place") or not rest or text == name:
        return ""
    return f"name:{name}" if rest[-1] in OURS | BEHESTS or office(" ".join(rest)) else ""


def _land(one: str, other: str) -> bool | None:
    """Say whether a land or body in one word is that of a people: "Amaran", of Amara, not Kestral.

    Where one is a place, it may be the capital of the other.
    """
    (kind, _, name), (other_kind, _, other_name) = (value.partition(":") for value in (one, other))
    if not {kind, other_kind} <= {"name", "org"} or " " in name + other_name:
        return None
    return name[:_STEM] == other_name[:_STEM]


def _says_me(context: LinkContext, side: Side) -> bool:
    """Say whether a side speaks of itself as "me" or "us", so that "he" is somebody else."""
    tokens = context.tokens(side)
    return any(token.lemma in SELF for token in tokens) or bool(context.said(side).words & _ME)


def _is_self(context: LinkContext, side: Side, named: Fact) -> bool | None:
    """Say whether the other side's word for somebody means the speaker of one side."""
    mine, theirs = (context.a, context.b) if side == "a" else (context.b, context.a)
    if named.value.startswith("person:") and any(
        same_entity(fact.value, named.value) for fact in context.of_kind(side, "entity")
    ):
        return False  # who says "I" doesn't call himself by his name
    if is_speaker(mine, theirs, named):
        return True
    if is_another(mine, theirs, named):
        return False
    return True if not mine.speaker and is_left_over(context, side, named) else None


def _is_self_told(told: Approach) -> bool:
    return told.asker is not None and told.asker.value == "speaker"


def _one_head(one: Fact | None, other: Fact | None) -> bool:
    """Say whether two go by offices of one kind: "the Foreign Minister" may be "the minister"."""
    held = [fact.about[0] for fact in (one, other) if fact and fact.value.startswith("office:")]
    return len(held) == 2 and held[0].split()[-1] == held[1].split()[-1]


def _peers(told: Approach) -> bool:
    """Say whether both ends hold one office, so that "the President" may be either."""
    ends = [fact.about[0].split()[-1] for fact in (told.asker, told.asked) if fact and fact.about]
    return len(ends) == 2 and ends[0] == ends[1]


def _comparable(context: LinkContext, one: Approach, other: Approach) -> bool:
    if one.ahead != other.ahead:
        return False
    if one.talks and other.talks:
        return True
    if one.behest and other.behest and one.topic & _MEETINGS and other.topic & _MEETINGS:
        return True  # at whose invitation, and at whose request
    if one.kind != other.kind or one.talks != other.talks:
        return False
    if one.kind == "invite" and not (one.topic and other.topic):
        return True
    return _one_topic(context, one, other)


def _one_topic(context: LinkContext, one: Approach, other: Approach) -> bool:
    return bool(context.shared_about(sorted(one.topic), sorted(other.topic)))


def _offered(context: LinkContext, a: Approach, b: Approach) -> bool:
    """Say whether one is asked for what he offers of himself on the other side."""
    ask, offer = (a, b) if a.kind == "ask" else (b, a)
    if (ask.kind, offer.kind) != ("ask", "offer") or a.ahead or b.ahead:
        return False
    one_act = bool(a.topic & _SENDS and b.topic & _SENDS) or _one_topic(context, a, b)
    if ask.asker is None or not one_act or _same(context, a.asker, b.asker):
        return False
    if not ask.things and not offer.things:
        return offer.asked is not None and not ask.behest
    sent = a.things & _SENT and b.things & _SENT
    shared = sent or context.shared_about(sorted(a.things), sorted(b.things))
    return ask.asked is not None and bool(shared)


def _both_ways(told: list[Approach]) -> bool:
    """Say whether a side tells both of asking and of offering."""
    return {"ask", "offer"} <= {one.kind for one in told}


def _otherwise(context: LinkContext, a: Approach, b: Approach) -> Difference:
    talks = a.talks and b.talks
    return Difference(
        "actor",
        a.span,
        b.span,
        f"Who {'sought the talks' if talks else 'turned to whom'}: A says "
        f"{context.quote('a', a.told)}, B says {context.quote('b', b.told)}.",
        conflict=True,
        weight=ELSE_ALIKE if talks else ALIKE_TOLD,
        opposite=talks,
        alone=TALKS_TOLD if talks else 0.0,
    )


def seeks_talks(told: Approach) -> bool:
    """Say whether an approach is the one that brought about the talks, and tells by whom."""
    return told.talks and not told.ahead and told.asker is not None


def tell_of_one(context: LinkContext) -> bool:
    """Say whether both sides tell who sought the talks, and whether they agree on it is known."""
    left, right = ([t for t in approaches(context, side) if seeks_talks(t)] for side in SIDES)
    agreed = any(_same(context, one.asker, other.asker) for one in left for other in right)
    return agreed or any(item.opposite for item in approaches_told(context)[0])


def approaches_told(
    context: LinkContext,
) -> tuple[list[Difference], list[tuple[Span, Span]]]:
    """Return who turned to whom as it is told otherwise, and the words where nothing differs."""
    left, right = approaches(context, "a"), approaches(context, "b")
    pairs = [(a, b) for a in left for b in right if _comparable(context, a, b)]
    agreed = [(a, b) for a, b in pairs if _same(context, a.asker, b.asker)]
    told = {id(one) for pair in agreed for one in pair}
    found = []
    for a, b in pairs:
        if id(a) in told or id(b) in told:
            continue
        if _is_self_told(a) and _is_self_told(b) and _same(context, a.asked, b.asked):
            continue  # "we asked the council" of each: both did, or both together
        crossed = _same(context, a.asker, b.asked), _same(context, a.asked, b.asker)
        apart = _same(context, a.asker, b.asker) is False
        if _one_head(a.asker, b.asker) and not apart:
            continue
        known = True in crossed and not (_peers(a) or _peers(b))
        if False in crossed or not (apart or known):
            continue
        found.append(_otherwise(context, a, b))
    # Who asks whom for another thing is no other doer.
    paired = {(id(a), id(b)) for a, b in pairs}
    if not found and not any(_both_ways(told) for told in (left, right)):
        found = [_otherwise(context, a, b) for a in left for b in right if _offered(context, a, b)]
    agreed += [
        (a, b) for a in left for b in right if a.asked and b.asked and (id(a), id(b)) not in paired
    ]
    return found[:1], [(a.span, b.span) for a, b in agreed]

"""States that exclude each other, told in other words; and what only looks like it."""

from __future__ import annotations

import pytest

from compare import compare, make_statement
from compare.relation.comparers.opposites import compare_opposites
from compare.relation.comparers.states import compare_states
from tests.relation.links_help import context_of, said

OPPOSED: list[tuple[str, str, tuple[str, str]]] = [
    ("The strike called for Monday has been suspended.", "Monday's walkout will go ahead.",
     ("has been suspended", "will go ahead")),
    ("The two journalists are free and back with their families.",
     "The pair of reporters are still in custody.", ("are free", "are still in custody")),
    ("The airport is under the control of the government.", "The rebels hold the airfield.",
     ("is under the control of the government", "rebels hold the airfield")),
    ("The talks broke down on the question of the islands.",
     "On the islands, the negotiations produced a result.", ("broke down", "produced a result")),
    ("The hostages are alive.", "Those taken hostage were killed.", ("are alive", "were killed")),
    ("The embassy in Tarsk has reopened its doors.", "Our mission in Tarsk stays shut.",
     ("has reopened its doors", "stays shut")),
    ("The prisoners are being treated well.", "Those in captivity are subjected to beatings.",
     ("are being treated well", "are subjected to beatings")),
    ("The march on Saturday will not go ahead.", "Saturday's march is going ahead.",
     ("will not go ahead", "is going ahead")),
    ("The journalist is no longer in custody.", "The reporter is still in jail.",
     ("is no longer in custody", "is still in jail")),
    ("The meeting of the two ministers was cancelled.", "The two ministers held their meeting.",
     ("was cancelled", "held")),
    ("The bridge stands undamaged.", "The bridge was blown up.",
     ("stands undamaged", "was blown up")),
    ("The ceasefire is holding.", "The truce has collapsed.", ("is holding", "has collapsed")),
    ("The pilot is at large.", "The airman is behind bars.", ("is at large", "is behind bars")),
    ("The offensive continues.", "The offensive is over.", ("continues", "is over")),
    ("The walkout will continue on Monday.", "The strike is over.", ("will continue", "is over")),
    ("The town is in rebel hands.", "The town is under army control.",
     ("is in rebel hands", "is under army control")),
    ("Norway holds the island.", "The island is under the control of Sweden.",
     ("Norway holds the island", "is under the control of Sweden")),
    ("The ministry says the refinery is running.", "The refinery is at a standstill.",
     ("is running", "is at a standstill")),
]  # fmt: skip

NOT_OPPOSED: list[tuple[str, str]] = [
    # conditions, wishes, questions and plans assert nothing
    ("The strike will go ahead unless the firm pays.", "The strike has been suspended."),
    ("We demand that the journalists be freed.", "The journalists are still in custody."),
    ("Are the hostages alive?", "The hostages were killed."),
    ("He promised that the base would be closed.", "The base is open."),
    ("The minister said the port may reopen.", "The port is closed."),
    ("The chairman denied that the talks had failed.", "The talks were successful."),
    # one after the other
    ("The journalists will be released on Monday.", "The journalists are in detention."),
    ("The men were arrested on Monday.", "The men have been released."),
    ("The border was closed during the fighting.", "The border has been reopened."),
    ("The embassy was closed in May.", "The embassy is open."),
    ("The visit had been called off once.", "The visit will take place in June."),
    ("The summit was postponed.", "The summit will take place in June."),
    ("The talks are over.", "The talks will continue next week."),
    ("The strike ended on Friday.", "The strike will continue next week."),
    ("The strike is not over.", "The strike will continue."),
    ("The rebels held the town until May.", "The army holds the town."),
    ("The soldiers were killed.", "The soldiers were alive when they surrendered."),
    # two things, or a part
    ("Two of the hostages are alive.", "The other hostages were killed."),
    ("Three soldiers were killed.", "The soldiers are alive."),
    ("The northern crossing is open.", "The southern crossing is closed."),
    ("The embassy in Tarsk is open.", "The embassy in Belo is closed."),
    ("The gas pipeline is running.", "The oil pipeline is shut down."),
    ("The ship has been released.", "The crew of the ship is still detained."),
    ("The ceasefire holds in the north.", "The ceasefire has collapsed in the south."),
    ("The port is closed at night.", "The port is open by day."),
    ("Talks continue at expert level.", "The ministers' talks have ended."),
    ("The rebels hold the eastern district.", "The western district is held by the army."),
    # the same, one opposite being denied
    ("The hostages have been freed.", "The hostages are no longer in captivity."),
    ("The strike was not called off.", "The strike went ahead."),
    ("The truce has not collapsed.", "The truce is holding."),
    ("The government controls the port.", "The army holds the port."),
    # one side tells both
    ("The hospital was shut but has reopened.", "The hospital was shut."),
]


@pytest.mark.parametrize(("a", "b", "quoted"), OPPOSED)
def test_states_that_exclude_each_other(a: str, b: str, quoted: tuple[str, str]) -> None:
    there, back = context_of(a, b), context_of(b, a)
    assert said(there, compare_states(there)) == [quoted]
    assert said(back, compare_states(back)) == [quoted[::-1]]


@pytest.mark.parametrize(("a", "b"), NOT_OPPOSED)
def test_states_that_can_both_be(a: str, b: str) -> None:
    assert compare_states(context_of(a, b)) == []
    assert compare_states(context_of(b, a)) == []


def test_what_two_states_tell_is_not_told_again_of_their_words() -> None:
    context = context_of("The captain is alive.", "The captain is dead.")
    assert said(context, compare_opposites(context)) == [("is alive", "is dead")]


def test_states_in_other_words_are_a_divergence() -> None:
    a = make_statement("The two journalists are free and back with their families.")
    b = make_statement("The pair of reporters are still in custody.")
    (link,) = compare(a, b).links
    assert link.relation == "divergence"
    assert [item.kind for item in link.evidence] == ["negation"]
    assert link.evidence[0].note == (
        "A says “are free”, B says the opposite: “are still in custody”."
    )

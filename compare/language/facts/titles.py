"""Titles and offices: `President`, `Deputy Prime Minister`, `Minister of Defence`, `Mr.`"""

from __future__ import annotations

import re

from compare.language.facts.wordlist import words

_KINDS = (
    r"(?:(?:first|deputy|vice|acting|foreign|defen[cs]e|interior|home|finance|trade|economy|economic"
    r"|energy|health|justice|transport|education|environment|agriculture|labou?r|fisheries|climate|culture|industry|digital|water|development|planning|oil"
    r"|tourism"
    r"|prime|special"
    r"|former|outgoing|incoming|chief|permanent|assistant|under|general|national security|crown"
    r"|trade)[\s-]+)*"
)
_HEADS = (
    r"(?:president|minister|premier|chancellor|secretary[ -]general|secretary of state|secretary"
    r"|leader|head of state|head of government|king|queen|emir|sultan|prince|princess|pope"
    r"|ambassador|envoy|representative|negotiator|spokes(?:man|woman|person)|commissioner"
    r"|governor|mayor|councill?or|speaker|senator|general|admiral|colonel|commander"
    r"|chief of staff|adviser|advisor|chairman|chairwoman|chair|director[ -]general|director"
    r"|chief executive"
    r"|chief|judge|attorney general|foreign minister|taoiseach|ayatollah|monarch|diplomat)"
)
_OF = (
    r"(?:\s+(?:of|for)\s+(?P<of>(?:National\s+(?=Defen))?"
    r"(?:Foreign|Defen[cs]e|Finance|Trade|Interior|State|the Interior"
    r"|Energy|Health|Justice|Economy|Transport|Industry|Agriculture|Labou?r|Education)"
    r"(?:\s+(?:Affairs|Relations))?))?"
)
OFFICE = rf"(?P<office>{_KINDS}{_HEADS})\b{_OF}"
COURTESY = (
    r"(?:Mr|Mrs|Ms|Miss|Dr|Prof|Sir|Lord|Lady|Dame|Sheikh|Shaikh|Gen|Col|Lt|Sen|Rep|Madam|Amb"
    r"|His Excellency|H\.E|St)\b\.?"
)
_OFFICE_WORDS = words(
    "president minister prime premier chancellor secretary leader king queen emir sultan prince "
    "princess pope ambassador envoy representative negotiator spokesman spokeswoman spokesperson "
    "commissioner governor mayor speaker senator general admiral colonel commander adviser advisor "
    "chairman chairwoman chair director chief judge deputy vice foreign defence defense special "
    "mr mrs ms miss dr prof sir lord lady dame sheikh shaikh madam crown head state"
)
# Capitalised words that name no one by themselves.
COMMON = _OFFICE_WORDS | words(
    "government ministry embassy parliament company union council committee party parties side "
    "commission court treaty agreement protocol convention constitution republic federation "
    "kingdom office department agency administration cabinet congress senate house statement "
    "officer operating executive financial p.s. ps member members article "
    "annex resolution chapter section board group bank army navy police state states "
    "assembly authority presidency summit mission force forces affairs heads high countries "
    "organization organisation presidents ministers directors leaders rights peace world monastery "
    "operations status charter council councils "
    "human north south east west god sunday monday tuesday wednesday thursday friday saturday"
)


def role(office: str, of: str | None, code: str) -> str:
    """Return the value of an office, like `role:foreign minister:FR`."""
    title = re.sub(r"[\s-]+", " ", office.lower()).replace("defense", "defence")
    title = re.sub(r"^(?:former|outgoing|incoming) ", "", title)
    if of and title.endswith("minister"):
        field = re.sub(r"\b(?:the|national|affairs|relations)\b", "", of.lower()).strip()
        title = f"{field.replace('defense', 'defence')} {title}"
    return f"role:{title}:{code}"

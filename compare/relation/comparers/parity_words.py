"""Words that may turn a denial round: of hindering, of lacking, of bounds. Ordinary English."""

from __future__ import annotations

from compare.language.facts.wordlist import words

# Verbs that hinder or end what goes on: who denies them says that it went on.
STOPS = words(
    "disrupt close cancel affect impede halt block suspend delay hinder obstruct stop interrupt "
    "hamper shut paralyse paralyze postpone ground curtail"
)
# Verbs that forbid: who denies them says no more than that it was allowed.
BANS = words("bar ban prevent restrict prohibit forbid")
LETS = words("let admit allow permit")
# What goes on where nothing hinders it; who denies these says that it did not.
RUNS = words("open reopen run operate work function sail fly land depart resume convene")
# What it is well to stop.
HARMS = words(
    "attack raid strike shelling shell fire war fighting fight violence riot bombing bomb flood "
    "crime fraud abuse leak blast explosion epidemic outbreak offensive assault advance missile "
    "drone rocket invasion protest demonstration march killing looting smuggling"
)
EXCEPTIONS = words("exception exemption")
EXCEPT = words("exempt except exclude")
# Words of what is planned or expected, without a verb in the future.
FORESEEN = words("plan expect intend schedule want hope wish ready prepare envisage foresee going")
# Words by which a claim without a denial may be a denial; and those that make a denial one of a
# part, of a degree, of a time or of one among others.
LIMITS = words(
    "only just merely until before unless but so same solely exclusively simply instead few little "
    "hardly barely scarcely rarely seldom"
)
BOUNDS = words(
    "fully all every each entirely completely wholly always necessarily both alone long longer far "
    "further other else more than exactly really quite much many enough immediately directly again "
    "first least most such even rather otherwise if as"
)
# Words that may answer a denial, or are nothing good to deny.
_TURNING = words(
    "lack fail refuse reject deny decline dispute oppose object resist avoid miss lose "
    "mislay omit forget ignore neglect exclude exempt except excuse waive withhold withdraw "
    "retract revoke lift lapse expire end cease finish quit abandon drop scrap discard "
    "abolish dismiss fire sack limit cut reduce veto turn interfere hurt harm injure wound "
    "damage kill die break violate breach cost hide conceal reserve stand hold last remain "
    "stay keep retain continue persist wait await pend still hardly barely scarcely rarely "
    "seldom few little without safe intact calm quiet empty secret danger threat risk "
    "change alter exceed doubt question contest escape survive spare rule out against "
    "instead redundant too closed absent vacant impossible rid short stall exception "
    "exemption differ disagree separate confine forgo forgive invalid informal inactive "
    "incomplete healthy well open beat defeat drown starve strand trap wreck ruin spoil stable "
    "steady flat level constant"
)
NEGATIVE = _TURNING | STOPS | BANS

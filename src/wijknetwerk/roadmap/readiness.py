"""What the readiness check says, as one pure function (rule R3). It forbids and counts nothing."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from wijknetwerk.roadmap.models import CheckOutcome, CheckReply, CheckVoice

PRACTICE = "general_practice"
RESIDENTS = "residents_initiative"


@dataclass(frozen=True, slots=True)
class Heard:
    """One person's answers: in whose name, the kind of their party, and a reply per question."""

    voice: str
    party_kind: str
    replies: Mapping[str, str]

    @property
    def is_resident(self) -> bool:
        """Whether residents are heard in this."""
        if self.voice == CheckVoice.PARTY:
            return self.party_kind == RESIDENTS
        return self.voice == CheckVoice.RESIDENT

    @property
    def is_practice(self) -> bool:
        """Whether a general practice is heard in this."""
        return self.voice == CheckVoice.PARTY and self.party_kind == PRACTICE


@dataclass(frozen=True, slots=True)
class Verdict:
    """The outcome with its reasons: the stop signs that somebody answered with no, and who is
    not heard yet."""

    outcome: CheckOutcome
    stops: tuple[str, ...] = ()
    residents_missing: bool = False
    practice_missing: bool = False


def verdict(stop_signs: Sequence[str], sheets: Iterable[Heard]) -> Verdict:
    """'Talk first' when anybody says no to a stop sign, or when residents or a general practice
    are not heard; else 'begin small'. One more no never turns it into 'begin small'."""
    heard = [sheet for sheet in sheets if sheet.replies]
    stops = tuple(
        code
        for code in stop_signs
        if any(sheet.replies.get(code) == CheckReply.NO for sheet in heard)
    )
    residents_missing = not any(sheet.is_resident for sheet in heard)
    practice_missing = not any(sheet.is_practice for sheet in heard)
    if stops or residents_missing or practice_missing:
        return Verdict(CheckOutcome.TALK_FIRST, stops, residents_missing, practice_missing)
    return Verdict(CheckOutcome.BEGIN_SMALL)

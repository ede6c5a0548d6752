"""What is stored: who asks and helps, requests, offers, how they come together, checks."""

from wijknetwerk.mutual_aid.models.away import AwayState, DeskAway
from wijknetwerk.mutual_aid.models.complaint import (
    OPEN_COMPLAINTS,
    Against,
    CameBy,
    Complaint,
    ComplaintAct,
    ComplaintState,
    complaint_after,
)
from wijknetwerk.mutual_aid.models.concern import Concern, Reply
from wijknetwerk.mutual_aid.models.concern_states import ConcernAct, ConcernState, concern_after
from wijknetwerk.mutual_aid.models.follow_up import Came, FollowUp, Going, Side
from wijknetwerk.mutual_aid.models.kinds import OwnKind, Postcode
from wijknetwerk.mutual_aid.models.match import EndedHow, Match, MatchStep
from wijknetwerk.mutual_aid.models.neighbour import (
    FactKind,
    HelperFact,
    HelpSettings,
    Neighbour,
    ReachedBy,
    SaidHow,
)
from wijknetwerk.mutual_aid.models.offer import MOST_AT_ONCE, HelpOffer
from wijknetwerk.mutual_aid.models.request import (
    PARTS_OF_THE_WEEK,
    Elsewhere,
    HelpRequest,
    Rhythm,
    Via,
    Wellbeing,
)
from wijknetwerk.mutual_aid.models.run import MatchingRun, RunState
from wijknetwerk.mutual_aid.models.sheet import SheetImport, SheetState
from wijknetwerk.mutual_aid.models.states import (
    NEXT,
    OPEN_MATCHES,
    OPEN_REQUESTS,
    TOGETHER,
    MatchAct,
    MatchState,
    OfferState,
    RequestState,
    after,
)

__all__ = [
    "MOST_AT_ONCE",
    "NEXT",
    "OPEN_COMPLAINTS",
    "OPEN_MATCHES",
    "OPEN_REQUESTS",
    "PARTS_OF_THE_WEEK",
    "TOGETHER",
    "Against",
    "AwayState",
    "Came",
    "CameBy",
    "Complaint",
    "ComplaintAct",
    "ComplaintState",
    "Concern",
    "ConcernAct",
    "ConcernState",
    "DeskAway",
    "Elsewhere",
    "EndedHow",
    "FactKind",
    "FollowUp",
    "Going",
    "HelpOffer",
    "HelpRequest",
    "HelpSettings",
    "HelperFact",
    "Match",
    "MatchAct",
    "MatchState",
    "MatchStep",
    "MatchingRun",
    "Neighbour",
    "OfferState",
    "OwnKind",
    "Postcode",
    "ReachedBy",
    "Reply",
    "RequestState",
    "Rhythm",
    "RunState",
    "SaidHow",
    "SheetImport",
    "SheetState",
    "Side",
    "Via",
    "Wellbeing",
    "after",
    "complaint_after",
    "concern_after",
]

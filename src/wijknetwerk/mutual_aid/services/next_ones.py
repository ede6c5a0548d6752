"""After a no or a lapse the next helper stands ready for the desk: looked for by the worker, so
that nobody waits for it. It is a suggestion; a person asks."""

from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.actor import Actor
from wijknetwerk.core.jobs import enqueue, job
from wijknetwerk.mutual_aid import reason_words
from wijknetwerk.mutual_aid.models import HelpRequest, Match, MatchState
from wijknetwerk.mutual_aid.selectors import matching as reading


def soon(request: HelpRequest) -> None:
    """Ask the worker who is next for this request; in the transaction of what happened to it."""
    enqueue(find_next, key=str(request.pk), request=request.pk)


@job("mutual_aid.next_one", title=_("Look who could help next"))
def find_next(*, actor: Actor, request: int) -> None:
    """The best helper for a request that waits, if nobody is thought of by a person. Run again, it
    finds the same one."""
    from wijknetwerk.mutual_aid.matching.one import for_one  # brings numpy: in the worker only

    found = HelpRequest.objects.select_related("network").filter(pk=request).first()
    if found is None or not reading.waiting(found.network).filter(pk=found.pk).exists():
        return
    thought_of = Match.objects.filter(request=found, state=MatchState.SUGGESTED)
    if thought_of.filter(by_hand=True).exists():
        return
    question = reading.of_one(found.network, found)
    (ask,) = question.asks
    best = for_one(ask, question.offers, question.past, 1)
    thought_of.exclude(offer__in=[row.offer for row in best]).delete()
    Match.objects.bulk_create(
        (
            Match(
                network_id=found.network_id,
                request=found,
                offer_id=row.offer,
                reasons=reason_words.to_json(row.reasons),
            )
            for row in best
        ),
        ignore_conflicts=True,
    )

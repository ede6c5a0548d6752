"""Are you still there? Asked by pages that shut by themselves."""

from django.http import HttpResponse, JsonResponse

from wijknetwerk.core import presence
from wijknetwerk.core.pages import FORM, ActorRequest, page


@page(methods=FORM, private=True)
def still_there(request: ActorRequest) -> HttpResponse:
    """How many seconds are left. To ask is no deed; to say yes (POST) is one, and too late it is
    refused like the page itself."""
    if request.method == "POST":
        presence.require(request, own=False)
        return JsonResponse({"left": int(presence.LASTS.total_seconds())})
    return JsonResponse({"left": max(0, int(presence.seconds_left(request)))})

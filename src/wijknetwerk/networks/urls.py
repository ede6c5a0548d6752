"""Pages of networks. Those of people stand in `addresses_people`."""

from wijknetwerk.networks import (
    addresses_desk,
    addresses_ending,
    addresses_people,
    addresses_start,
    addresses_talk,
    addresses_teams,
)

app_name = "networks"
urlpatterns = [
    *addresses_start.urlpatterns,
    *addresses_people.urlpatterns,
    *addresses_desk.urlpatterns,
    *addresses_talk.urlpatterns,
    *addresses_ending.urlpatterns,
    *addresses_teams.urlpatterns,
]

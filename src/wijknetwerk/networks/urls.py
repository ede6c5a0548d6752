"""Pages of networks. Those of people stand in `addresses_people`."""

from wijknetwerk.networks import addresses_people, addresses_start

app_name = "networks"
urlpatterns = [*addresses_start.urlpatterns, *addresses_people.urlpatterns]

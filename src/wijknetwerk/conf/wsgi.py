"""The WSGI application that `wijknetwerk serve` runs."""

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

application = get_wsgi_application()

# Every page is loaded now, so that a fault shows at the start and the first visitor needn't wait.
get_resolver().url_patterns  # noqa: B018

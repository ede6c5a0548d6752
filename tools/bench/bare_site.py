"""A bare Django site for granian: the other side of the memory scale."""

from django.conf import settings

if not settings.configured:
    settings.configure(
        SECRET_KEY="a-bare-site-keeps-no-secret",  # noqa: S106
        ALLOWED_HOSTS=["127.0.0.1"],
        ROOT_URLCONF="tools.bench.bare",
        MIDDLEWARE=["django.middleware.common.CommonMiddleware"],
        INSTALLED_APPS=[
            "django.contrib.auth",
            "django.contrib.contenttypes",
            "django.contrib.sessions",
            "django.contrib.messages",
        ],
    )

from django.core.wsgi import get_wsgi_application

application = get_wsgi_application()

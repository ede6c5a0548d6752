# syntax=docker/dockerfile:1
# Wijknetwerk in production: the web server by default, any other `wijknetwerk` command by name.
# See docs/how-to/run-in-production.md, also for what of this was tried.

FROM python:3.12-slim AS build
RUN python -m venv /opt/venv
ENV PATH=/opt/venv/bin:$PATH
WORKDIR /build
# The packages first: they change less often than the code does.
COPY requirements.txt .
RUN pip install --no-cache-dir --only-binary :all: --require-hashes -r requirements.txt
COPY pyproject.toml README.md LICENSE ./
COPY src src
RUN python -m babel.messages.frontend --quiet compile -d src/wijknetwerk/locale -D django \
 && pip install --no-cache-dir --no-deps --no-build-isolation . \
 && python -m compileall -q /opt/venv/lib
# Settings of production refuse to start without secrets, also for this one command; these are used here
# only and stay behind in this stage.
RUN python -m wijknetwerk.core.crypto /tmp/keyring.json \
 && WIJKNETWERK_KEY_FILE=/tmp/keyring.json \
    WIJKNETWERK_SECRET_KEY="$(python -c 'import secrets; print(secrets.token_urlsafe(60))')" \
    WIJKNETWERK_HOSTS=localhost WIJKNETWERK_SITE_URL=https://localhost WIJKNETWERK_STATIC=/opt/static \
    DJANGO_SETTINGS_MODULE=wijknetwerk.conf.production \
    python -m django collectstatic --noinput

FROM python:3.12-slim
ENV PATH=/opt/venv/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    DJANGO_SETTINGS_MODULE=wijknetwerk.conf.production \
    WIJKNETWERK_DATA=/var/lib/wijknetwerk \
    WIJKNETWERK_STATIC=/opt/static
RUN useradd --system --uid 10001 --home-dir /var/lib/wijknetwerk wijknetwerk \
 && install -d -o wijknetwerk -g wijknetwerk -m 0700 \
      /var/lib/wijknetwerk /var/lib/wijknetwerk/files /var/lib/wijknetwerk/anchors /var/lib/wijknetwerk/keys
COPY --from=build /opt/venv /opt/venv
COPY --from=build /opt/static /opt/static
USER wijknetwerk
WORKDIR /var/lib/wijknetwerk
VOLUME /var/lib/wijknetwerk
EXPOSE 8000
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s CMD ["python", "-c", "\
import os, urllib.request as web; \
host = os.environ['WIJKNETWERK_HOSTS'].split(',')[0].strip(); \
web.urlopen(web.Request('http://127.0.0.1:8000/healthz', headers={'Host': host}), timeout=4)"]
# Two processes with four threads each; more with GRANIAN_WORKERS. The kill timeout matters: without it
# a stop during the start can hang.
CMD ["granian", "--interface", "wsgi", "--host", "0.0.0.0", "--port", "8000", \
     "--workers", "2", "--blocking-threads", "4", "--respawn-failed-workers", \
     "--workers-kill-timeout", "5", "--no-ws", "--log-level", "warning", \
     "wijknetwerk.conf.wsgi:application"]

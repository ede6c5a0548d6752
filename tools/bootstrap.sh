#!/bin/sh
# Make .venv and install the locked packages in it: `tools/bootstrap.sh run` (what runs) or `dev` (and what tests need).
# Costs nothing when nothing changed. Each thing that can be wrong gets one sentence and exit code 1.
# PYTHON=/path/to/python chooses the Python that .venv is made with.
set -eu
cd "$(dirname "$0")/.."

want=${1:-run}
venv=.venv
log=$venv/install.log
here=$venv/bin/python
case $want in
    run) lock=requirements.txt need_mb=900 ;;
    dev) lock=requirements-dev.txt need_mb=1700 ;;
    *) echo "Usage: tools/bootstrap.sh run|dev" >&2; exit 2 ;;
esac

stop() {
    echo "$1" >&2
    exit 1
}

version_of() {
    "$1" -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null
}

supported() {
    case $1 in 3.11 | 3.12 | 3.13) return 0 ;; *) return 1 ;; esac
}

# Sets $python. A name on PATH may be a shim that fails, so each one is run before it is believed.
find_python() {
    without_venv='' old=''
    if [ -n "${PYTHON:-}" ]; then set -- "$PYTHON"; else set -- python3.13 python3.12 python3.11 python3 python; fi
    for python in "$@"; do
        version=$(version_of "$python") || continue
        if ! supported "$version"; then
            old=${old:-$version}
        elif "$python" -c 'import ensurepip, venv' 2>/dev/null; then
            return 0
        else
            without_venv=${without_venv:-$version}
        fi
    done
    [ -z "$without_venv" ] || stop "Python $without_venv is here but cannot make a virtual environment: install the package python$without_venv-venv (Debian and Ubuntu: apt-get install python$without_venv-venv)."
    [ -z "$old" ] || stop "Wijknetwerk needs Python 3.11, 3.12 or 3.13, and here is Python $old: install one of those, or point to it with PYTHON=/path/to/python3.12."
    [ -z "${PYTHON:-}" ] || stop "Wijknetwerk needs Python 3.11, 3.12 or 3.13, and $PYTHON does not run."
    stop "Wijknetwerk needs Python 3.11, 3.12 or 3.13, and found none: install it (Debian and Ubuntu: apt-get install python3 python3-venv)."
}

check_disk() {
    free_mb=$(df -Pk . | awk 'NR == 2 { print int($4 / 1024) }')
    [ "$free_mb" -ge "$need_mb" ] || stop "The disk is too full: installing needs $need_mb MB here and $free_mb MB is free."
}

# Run a step quietly. When it fails, turn what it said into one sentence.
step() {
    "$@" >"$log" 2>&1 && return 0
    said=$(grep -E '^(ERROR|error)' "$log" | tail -n 1)
    [ -n "$said" ] || said=$(grep -v '^ *$' "$log" | tail -n 1)
    if grep -qi 'no space left on device' "$log"; then
        stop "The disk became full while installing: make room (about $need_mb MB) and try again."
    elif grep -qE 'NewConnectionError|NameResolutionError|ConnectTimeout|ReadTimeout|ProxyError|name resolution|unreachable|Connection refused' "$log"; then
        stop "Installing needs a connection to the package index once, and there is none. It says: $said"
    fi
    stop "Installing failed; all of it stands in $log. It says: $said"
}

make_venv() {
    if [ -x "$here" ] && version=$(version_of "$here") && supported "$version"; then return 0; fi
    find_python
    check_disk
    echo "Making $venv with Python $version."
    rm -rf "$venv"
    mkdir "$venv"
    step "$python" -m venv "$venv"
}

sum_of() {
    cat "$@" | cksum
}

# A stamp holds the sum of what was installed; installing for development also covers running.
fresh() {
    [ -f "$1" ] && [ "$(cat "$1")" = "$2" ]
}

install() {
    now=$(sum_of "$lock" pyproject.toml)
    dev_now=$(sum_of requirements-dev.txt pyproject.toml)
    if fresh "$venv/.installed-$want" "$now" || fresh "$venv/.installed-dev" "$dev_now"; then return 0; fi
    check_disk
    echo "Installing the packages of $lock. This happens once and takes about a minute."
    # What is never imported needn't be compiled: Python does that by itself at the first import, and it saves seconds.
    step "$here" -m pip --disable-pip-version-check --no-input --retries 2 install --no-compile --only-binary :all: --require-hashes -r "$lock"
    # The build backend stands in the lock too, so nothing is fetched past it.
    step "$here" -m pip --disable-pip-version-check --no-input install --no-deps --no-build-isolation -e .
    echo "$now" >"$venv/.installed-$want"
}

translations() {
    set -- src/wijknetwerk/locale/*/LC_MESSAGES/*.po
    [ -f "$1" ] || return 0
    now=$(sum_of "$@")
    compiled=${1%.po}.mo
    if [ -f "$compiled" ] && fresh "$venv/.translated" "$now"; then return 0; fi
    step "$here" -m babel.messages.frontend compile -d src/wijknetwerk/locale -D django
    echo "$now" >"$venv/.translated"
}

make_venv
install
translations

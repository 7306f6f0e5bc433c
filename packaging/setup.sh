#!/bin/sh
# Sets up a fresh Debian or Ubuntu machine for Translator GUI: system libraries, a virtual environment in .venv, the
# package with every optional part that has wheels for this machine. Safe to run again: what is there is kept.
#
#   sh packaging/setup.sh           to use it
#   sh packaging/setup.sh --tests   also what the tests need
set -eu
cd "$(dirname "$0")/.."

QT="libglib2.0-0 libgl1 libegl1 libxkbcommon0 libfontconfig1 libdbus-1-3 libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0"
LOCAL="libgomp1"  # llama.cpp runs its threads by it
PIVOT="apertium apertium-fr-es apertium-es-pt"
FONTS="fonts-dejavu-core fonts-noto-core"
TESTS=""
[ "${1:-}" = "--tests" ] && TESTS="xvfb"

missing=""
if command -v dpkg-query >/dev/null 2>&1; then
    # Ubuntu 24.04 renamed some packages to …t64; either name counts as installed.
    for package in python3-venv $QT $LOCAL $PIVOT $FONTS $TESTS; do
        dpkg-query -W -f '${Status}\n' "$package" "${package}t64" 2>/dev/null | grep -q "ok installed" || missing="$missing $package"
    done
fi
if [ -n "$missing" ]; then
    root=""
    [ "$(id -u)" = 0 ] || root="sudo"
    if [ -z "$root" ] || command -v sudo >/dev/null 2>&1; then
        echo "Installing system packages:$missing"
        $root apt-get update -qq
        # shellcheck disable=SC2086 -- a list of names
        DEBIAN_FRONTEND=noninteractive $root apt-get install -y -qq --no-install-recommends $missing >/dev/null
    else
        echo "These system packages are missing and there is no sudo here; ask for them:$missing" >&2
    fi
fi

python=${PYTHON:-python3}
"$python" -c 'import sys; sys.exit(sys.version_info < (3, 10))' || { echo "Python 3.10 or newer is needed." >&2; exit 1; }
[ -x .venv/bin/python ] || "$python" -m venv .venv

# Installed again only when what is asked for has changed. Editable: a later "git pull" needs no set-up.
stamp=.venv/.set-up
want="$(cksum <pyproject.toml) ${1:-}"
if [ ! -f "$stamp" ] || { [ "$(cat "$stamp")" != "$want" ] && [ "$(cat "$stamp")" != "$(cksum <pyproject.toml) --tests" ]; }; then
    pip=".venv/bin/python -m pip install -q --disable-pip-version-check"
    extra=""
    [ -n "$TESTS" ] && extra=",test"
    if ! $pip -e ".[all$extra]"; then
        echo "Some optional parts have no wheels for this machine; installing what can be had." >&2
        if [ -n "$TESTS" ]; then $pip -e ".[test]"; else $pip -e .; fi
        for part in semantic local firefox pivot; do
            $pip -e ".[$part]" || echo "Left out: $part (translator-gui engines says how to add it)." >&2
        done
    fi
    echo "$want" >"$stamp"
fi

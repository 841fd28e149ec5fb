#!/bin/sh
# Everything that is done with a checkout of Pactwatch, by name: ./run.sh help
#
# Needs a POSIX shell and Python 3.11 or later. What else is needed goes into .venv, from wherever
# pip (or uv) is told to look; the second time that is only looked up. CI calls the same commands.
set -eu
cd -- "$(dirname -- "$0")"

venv=${PACTWATCH_VENV:-.venv}
bin=$venv/bin

say() { printf '%s\n' "$*" >&2; }
fail() { say "run.sh: $*"; exit 1; }

help() {
    cat <<'TEXT'
usage: ./run.sh COMMAND [ARGUMENT...]

  start   run the service on config/, alerts on the console (more: pactwatch run --help)
  demo    a scripted news day on an embedded site, end to end; needs no network
  test    linters, types, import contracts and all tests; arguments go to pytest instead
  lint    only the linters, types and import contracts
  soak    the long runs: kills, fuzzing, replays; arguments go to pytest
  bench   the benchmarks, or only those named (./run.sh bench extraction)
  pactwatch ARGUMENT...   any command of Pactwatch itself
  pins    write constraints.txt anew from what is installed
  help    this text

  PACTWATCH_PYTHON  the Python to use instead of the newest of 3.11 to 3.13 found
  PACTWATCH_VENV    where to install instead of .venv
TEXT
}

# --- what is needed ------------------------------------------------------------------------

suits() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; }

# A name that is found may still not run: version managers leave stand-ins for every version.
find_python() {
    if [ -n "${PACTWATCH_PYTHON:-}" ]; then
        suits "$PACTWATCH_PYTHON" || fail "PACTWATCH_PYTHON is not Python 3.11 or later: $PACTWATCH_PYTHON"
        printf '%s\n' "$PACTWATCH_PYTHON"
        return
    fi
    for name in python3.13 python3.12 python3.11 python3 python; do
        if suits "$name"; then
            printf '%s\n' "$name"
            return
        fi
    done
    found=$(python3 --version 2>&1) || found="no Python at all"
    fail "Pactwatch needs Python 3.11 or later; found: $found. Install one, or name it in PACTWATCH_PYTHON."
}

# uv does not read the configuration of pip: where somebody wrote one, pip is the one to ask.
pip_is_told_where() {
    [ -n "${PIP_INDEX_URL:-}${PIP_EXTRA_INDEX_URL:-}${PIP_FIND_LINKS:-}${PIP_NO_INDEX:-}" ] ||
        "$1" -m pip config list 2>/dev/null |
        grep -Eq '(index-url|find-links|no-index)='
}

make_venv() {
    python=$(find_python)
    say "Making $venv with $("$python" --version) ..."
    if "$python" -m venv --clear "$venv" >/dev/null 2>&1; then return; fi
    if command -v uv >/dev/null 2>&1 && uv venv --quiet --clear --seed --python "$python" "$venv"; then return; fi
    fail "$python cannot make a virtual environment. On Debian and Ubuntu: apt install python3-venv"
}

# What to install, out of pyproject.toml: "run" for the service, "dev" for everything.
wanted() {
    "$bin/python" - "$1" <<'PY'
import sys, tomllib
with open("pyproject.toml", "rb") as file:
    project = tomllib.load(file)
names = project["project"]["dependencies"] + project["build-system"]["requires"] + ["editables"]
if sys.argv[1] == "dev":
    names += project["dependency-groups"]["dev"]
print("\n".join(names))
PY
}

install() {
    if command -v uv >/dev/null 2>&1 && ! pip_is_told_where "$bin/python"; then
        uv pip install --quiet --python "$bin/python" "$@" && return
        say "uv could not install; trying pip."
    fi
    "$bin/python" -m pip install -qq --disable-pip-version-check "$@"
}

stamp() { { cat pyproject.toml constraints.txt; "$bin/python" -VV; pwd; } | cksum; }

# setup run|dev: installs once; what changes pyproject.toml, the pins or Python installs again.
setup() {
    if [ -x "$bin/python" ] && suits "$bin/python"; then
        for level in dev "$1"; do
            [ "$(cat "$venv/pactwatch-$level" 2>/dev/null)" = "$(stamp)" ] && return
        done
    else
        make_venv
    fi
    say "Installing what Pactwatch needs into $venv ..."
    rm -f "$venv/pactwatch-run" "$venv/pactwatch-dev"
    wanted "$1" >"$venv/wanted.txt"
    install -c constraints.txt -r "$venv/wanted.txt" || fail "the installation failed, see above"
    install --no-deps --no-build-isolation -e . || fail "the installation failed, see above"
    stamp >"$venv/pactwatch-$1"
}

# --- checks --------------------------------------------------------------------------------

failed=

check() {
    name=$1
    shift
    if "$@" >"$venv/check.txt" 2>&1; then
        printf '%-12s ok\n' "$name"
    else
        cat "$venv/check.txt"
        printf '%-12s FAILED\n' "$name"
        failed="$failed $name"
    fi
}

lint() {
    check ruff "$bin/ruff" check .
    check format "$bin/ruff" format --check .
    check mypy "$bin/mypy"
    check imports "$bin/lint-imports"
}

# The last line holds everything that a reader, or a program, needs to know.
all_tests() {
    lint
    colour=no
    [ -t 1 ] && colour=yes
    { "$bin/pytest" -n 2 --color="$colour" && echo 0 >"$venv/status" || echo $? >"$venv/status"; } |
        tee "$venv/pytest.txt"
    [ "$(cat "$venv/status")" = 0 ] || failed="$failed pytest"
    escape=$(printf '\033')
    summary=$(tail -n 1 "$venv/pytest.txt" | sed "s/$escape\[[0-9;]*m//g; s/^=* *//; s/ *=*\$//")
    if [ -n "$failed" ]; then
        printf 'FAILED:%s; pytest: %s\n' "$failed" "$summary"
        return 1
    fi
    printf 'All checks passed; pytest: %s\n' "$summary"
}

benchmarks() {
    [ $# -gt 0 ] || set -- extraction polling
    for name in "$@"; do
        [ -f "benchmarks/$name.py" ] || fail "there is no benchmark benchmarks/$name.py"
        "$bin/python" -m "benchmarks.$name"
    done
}

pins() {
    {
        echo "# The exact versions that the tests run with. Written by: ./run.sh pins"
        "$bin/python" -m pip freeze --exclude-editable --exclude pactwatch | LC_ALL=C sort -f
    } >"$venv/pins.txt"
    cp "$venv/pins.txt" constraints.txt
}

# --- commands ------------------------------------------------------------------------------

command=${1:-help}
[ $# -eq 0 ] || shift
case $command in
    start) setup run; exec "$bin/pactwatch" run "$@" ;;
    demo) setup run; exec "$bin/pactwatch" demo "$@" ;;
    pactwatch) setup run; exec "$bin/pactwatch" "$@" ;;
    test)
        setup dev
        [ $# -eq 0 ] || exec "$bin/pytest" "$@"
        all_tests
        ;;
    lint) setup dev; lint; [ -z "$failed" ] || fail "failed:$failed" ;;
    soak)
        setup dev
        # -s: what a long run prints at its end is its result.
        exec "$bin/pytest" -s -v -p no:randomly -p no:logging -o "python_files=soak_*.py" \
            -o timeout=3600 tests/soak "$@"
        ;;
    bench) setup dev; benchmarks "$@" ;;
    pins) setup dev; pins ;;
    help | -h | --help) help ;;
    *) help >&2; fail "there is no command $command" ;;
esac

#!/bin/sh
# Make the environment: sh scripts/setup.sh run|dev [folder]. Packages come from requirements/, each checked against its hash.
# `run` is what a user needs; `dev` adds what checks and tests need. PYTHON=/path/to/python chooses the Python.
set -eu
cd "$(dirname "$0")/.."
kind=$1
venv=${2:-.venv}
uv=$(sh scripts/uv.sh)
python=${PYTHON:-$(sh scripts/python.sh "$uv")}
quiet=-q
[ -t 2 ] && quiet=

if [ "$("$venv/bin/python" -V 2>&1)" != "$("$python" -V)" ]; then
    "$uv" venv -q --clear --no-project --python "$python" "$venv"
fi
echo "Setting up $venv with $("$venv/bin/python" -V) (the first time, packages and the English model come over the network)" >&2
case $venv in /*) ;; *) venv=$PWD/$venv ;; esac
export VIRTUAL_ENV="$venv"
case $kind in
    dev) "$uv" pip sync $quiet --require-hashes --build-constraints requirements/build.txt requirements/dev.txt ;;
    run) "$uv" pip install $quiet --require-hashes --build-constraints requirements/build.txt -r requirements/run.txt ;;
esac
"$uv" pip install -q --no-deps --build-constraints requirements/build.txt --editable .
[ "$kind" = run ] || touch "$venv/ready-dev"
touch "$venv/ready-run"

#!/bin/sh
# Choose the newest versions that have been public for two weeks, and write them with their hashes to requirements/.
# The cooldown keeps out a package that was taken over yesterday. No index address gets into the files.
set -eu
cd "$(dirname "$0")/.."
uv=$(sh scripts/uv.sh)
python=$(sh scripts/python.sh "$uv")
day=${DAY:-$("$python" -c 'import datetime as d; print(d.datetime.now(d.timezone.utc).date() - d.timedelta(days=14))')}

lock() {
    out=$1
    shift
    "$uv" pip compile -q --universal --python-version 3.12 --generate-hashes --exclude-newer "$day" --no-annotate --upgrade \
        --custom-compile-command "make lock (published before $day)" -o "requirements/$out.txt" "$@"
    echo "requirements/$out.txt: $(grep -c == "requirements/$out.txt") packages"
}

lock run pyproject.toml
lock dev --extra dev -c requirements/run.txt pyproject.toml
printf 'hatchling\neditables\nsetuptools\nwheel\n' | lock build -
printf 'uv\n' | lock uv -

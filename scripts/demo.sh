#!/bin/sh
# Read the sample pages into a fresh record in demo/, show what it tells, and serve it: sh scripts/demo.sh PATH-OF-ONRECORD
set -eu
cd "$(dirname "$0")/.."
onrecord=$1

rm -rf demo
mkdir demo
export ONRECORD_RECORD=demo/samples.db

show() {
    printf '\n$ onrecord'
    for word in "$@"; do case $word in *" "*) printf ' "%s"' "$word" ;; *) printf ' %s' "$word" ;; esac; done
    printf '\n\n'
    "$onrecord" "$@"
}

show add samples/pages
show gatherings
show who Abishev --evidence
show conflicts

cat <<END

Ask on, in any spelling or script:
  export ONRECORD_RECORD=demo/samples.db
  $onrecord who Bekturov                 # a deputy minister, then an ambassador
  $onrecord who 신태호
  $onrecord said --about guarantees --evidence
  $onrecord gatherings --place Kurchatov --evidence

END
# In a terminal the demo ends by serving the samples until Ctrl-C; elsewhere nobody could end it.
if [ -t 1 ] && [ -z "${CI:-}" ]; then
    exec "$onrecord" serve
fi
echo "In a browser: $onrecord serve --record demo/samples.db, then http://127.0.0.1:8000/"

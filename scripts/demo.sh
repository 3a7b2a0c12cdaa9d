#!/bin/sh
# Read the sample pages into a fresh record in demo/, and show what it tells: sh scripts/demo.sh PATH-OF-ONRECORD
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

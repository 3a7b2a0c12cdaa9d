#!/bin/sh
# Print the path of a uv that runs. The one on the path serves; else the version of requirements/uv.txt is brought from PyPI
# into .tools/, by the pip of any Python 3 on this machine.
#
# Which pip: a Python's own; where that is missing, the one that ensurepip carries; where that is missing too (Debian's bare
# python3), the one of Debian's package, unpacked into .tools/ without being installed. A pip from before 2020 does not know
# today's wheels and first brings a newer pip.
set -u
cd "$(dirname "$0")/.." || exit 2
tools=$PWD/.tools
log=$tools/uv.log

runs() { "$1" --version >/dev/null 2>&1; }

# shellcheck disable=SC2086  # $1 is a command of several words
bring() {
    # --python-version: uv is a program and runs beside any Python, also one older than its wheel asks for.
    $1 install --disable-pip-version-check --require-hashes --only-binary :all: --no-deps --python-version 3.12 \
        --target "$tools/uv" --upgrade -r requirements/uv.txt >>"$log" 2>&1 && runs "$tools/uv/bin/uv"
}

renew_pip() {
    $1 install --disable-pip-version-check --target "$tools/pip" --upgrade pip >>"$log" 2>&1
}

# Lists of packages are fetched into .tools/ too: images often come without them, and this needs no root.
debian_pip() {
    command -v apt-get >/dev/null && command -v dpkg-deb >/dev/null || return 1
    mkdir -p "$tools/deb/lists/partial" && cd "$tools/deb" || return 1
    apt="apt-get -q -o Dir::State::Lists=$PWD/lists -o Dir::Cache=$PWD/cache -o APT::Sandbox::User="
    { $apt update && $apt download python3-pip-whl && dpkg-deb -x python3-pip-whl_*.deb .; } >>"$log" 2>&1
    found=$?
    cd ../..
    return $found
}

pythons() {
    for name in python3 python3.14 python3.13 python3.12 python3.11 python; do command -v "$name"; done
    for python in /usr/bin/python3 "$HOME"/.pyenv/versions/3.*/bin/python; do [ -x "$python" ] && echo "$python"; done
}

by_any_python() {
    for python in $(pythons | awk '!seen[$0]++'); do
        "$python" -c 'import sys; sys.exit(sys.version_info < (3, 6))' >/dev/null 2>&1 || continue
        wheel=$("$python" -c 'import ensurepip, glob; print(glob.glob(ensurepip.__path__[0] + "/_bundled/pip-*.whl")[0])' 2>/dev/null)
        for path in "" "$wheel" "$tools/pip" "$(ls "$tools"/deb/usr/share/python-wheels/pip-*.whl 2>/dev/null)"; do
            pip="env PYTHONPATH=$path $python -m pip"
            $pip --version >/dev/null 2>&1 || continue
            bring "$pip" && return
            renew_pip "$pip" && bring "env PYTHONPATH=$tools/pip $python -m pip" && return
        done
    done
    return 1
}

for uv in "$(command -v uv)" "$tools/uv/bin/uv"; do
    if [ -n "$uv" ] && runs "$uv"; then echo "$uv"; exit; fi
done
mkdir -p "$tools" && : >"$log"
echo "Bringing uv into .tools/" >&2
if by_any_python || { debian_pip && by_any_python; }; then
    rm -rf "$tools/deb" "$tools/pip"
    echo "$tools/uv/bin/uv"
    exit
fi
echo "uv is not on the path and could not be brought from PyPI (why: .tools/uv.log): check the network, or install uv or pip" >&2
exit 2

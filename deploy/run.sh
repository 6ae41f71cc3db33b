#!/bin/sh
# Run the installed version:  FOLDER/run.sh
# Its settings are FOLDER/settings.env (NAME=value by lines), what it keeps is FOLDER/var.
# `run.sh --check FOLDER` only sees whether it can start with that folder's data.
set -eu

if [ "${1-}" = --check ]; then
    folder=$2
    program=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
    more=--check-config
else
    folder=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
    program=$(CDPATH='' cd -P -- "$folder/current" && pwd)
    more=
fi
var=$folder/var
export STORE_DIR="$var/store" BRIEFINGS_DIR="$var/briefings" CACHE_DIR="$var/cache" STATIC_DIR="$var/static"
if [ -e "$folder/settings.env" ]; then
    set -a
    # shellcheck disable=SC1091
    . "$folder/settings.env"
    set +a
fi
mkdir -p "$STORE_DIR" "$BRIEFINGS_DIR" "$CACHE_DIR" "$STATIC_DIR"
cd "$program"
exec .venv/bin/python -m gunicorn app:server --config gunicorn.conf.py $more

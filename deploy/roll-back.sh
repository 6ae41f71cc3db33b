#!/bin/sh
# Have an earlier version run again:  FOLDER/roll-back.sh [VERSION]
# Without one it is the version that ran before. Store and briefings stay as they are.
set -eu

fail() { echo "没有退回：$*" >&2; exit 1; }

folder=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
now=$(readlink "$folder/current") || fail "$folder 中没有安装"
before=${1:+versions/$1}
before=${before:-$(readlink "$folder/previous" || true)}
[ -n "$before" ] || fail "没有更早的版本"
[ -e "$folder/$before/installed" ] || fail "没有 ${before#versions/}；现有：$(ls "$folder/versions" | tr '\n' ' ')"
[ "$before" != "$now" ] || fail "正在用的就是 ${now#versions/}"
ln -sfn "$now" "$folder/previous"
ln -sfn "$before" "$folder/current.new"
mv -T "$folder/current.new" "$folder/current"
echo "已退回 ${before#versions/}（原为 ${now#versions/}）；正在运行的须重新启动。"

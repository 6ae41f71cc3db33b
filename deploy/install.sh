#!/bin/sh
# Install or upgrade below a folder, without a network:  ./install.sh [--python PYTHON] FOLDER
#
# Versions stand side by side in FOLDER/versions, `current` leads to the one that runs. What people
# made (FOLDER/var: store, briefings) belongs to no version and is not touched. Nothing changes
# before all is there and has been checked.
set -eu

fail() { echo "没有安装：$*" >&2; exit 1; }

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
python=
while [ $# -gt 1 ]; do
    case $1 in
        --python) python=$2; shift 2 ;;
        *) fail "不认得 $1；用法：install.sh [--python PYTHON] FOLDER" ;;
    esac
done
[ $# -eq 1 ] || fail "用法：install.sh [--python PYTHON] FOLDER"
mkdir -p "$1" || fail "不能建立 $1"
folder=$(CDPATH='' cd -- "$1" && pwd)
version=$(cat "$here/VERSION")
target=$folder/versions/$version

(cd "$here" && sha256sum --quiet --check SHA256SUMS) || fail "安装包不完整，请重新拷贝"

good() { "$1" -c 'import sys, venv, ensurepip; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' 2>/dev/null; }
for one in ${python:-python3.13 python3.12 python3.11 python3}; do
    if good "$one"; then python=$one; break; fi
    python=
done
[ -n "$python" ] || fail "需要 Python 3.11、3.12 或 3.13（含 venv；Debian 上安装 python3-venv），可用 --python 指定"

if [ ! -e "$target/installed" ]; then
    rm -rf "$target"
    mkdir -p "$folder/versions"
    trap 'rm -rf "$target"' EXIT
    cp -R "$here/program" "$target"
    echo "正在安装 $version（$("$python" --version)）…"
    "$python" -m venv "$target/.venv"
    "$target/.venv/bin/python" -m pip install --quiet --disable-pip-version-check --no-index \
        --find-links "$here/wheels" --require-hashes -r "$target/requirements.txt" \
        || fail "软件包未能安装"
    "$target/.venv/bin/python" -m compileall -q -x '[.]venv' "$target" || fail "程序未能编译"
    cp "$here/run.sh" "$here/roll-back.sh" "$target/"
    sh "$target/run.sh" --check "$folder" || fail "新版本未能用现有数据启动，原版本不变"
    : > "$target/installed"
    trap - EXIT
fi

now=$(readlink "$folder/current" || true)
[ "$now" = "versions/$version" ] || [ -z "$now" ] || ln -sfn "$now" "$folder/previous"
ln -sfn "versions/$version" "$folder/current.new"
mv -T "$folder/current.new" "$folder/current"
ln -sfn current/run.sh "$folder/run.sh"
ln -sfn current/roll-back.sh "$folder/roll-back.sh"
[ -e "$folder/settings.env" ] || echo "# 设置，每行一项：名称=值" > "$folder/settings.env"
echo "已安装 $version。启动：$folder/run.sh；正在运行的须重新启动。退回：$folder/roll-back.sh"

#!/bin/sh
# Builds this tree as a system has it (/usr, /etc) in a folder of its own and makes Debian packages of it in OUT,
# with a list of what they are made of (SPDX) beside them.
#   packaging/deb.sh OUT [VERSION]	the version of configure.ac where none is given
# No network, and nothing of debhelper: five rules of ours would need a hundred of its own. Twice the same commit and the
# same compiler are the same packages, byte for byte, wherever the folders lie.
set -eu
here=$(cd "$(dirname "$0")/.." && pwd)
[ -e "$here/configure" ] || { echo "deb: no configure here; run: ./bootstrap build" >&2; exit 1; }
mkdir -p "$1"
out=$(cd "$1" && pwd)
version=${2:-$(sed -n 's/^AC_INIT(\[steward\], \[\(.*\)\])/\1/p' "$here/configure.ac")}
: "${SOURCE_DATE_EPOCH:=$(git -C "$here" log -1 --format=%ct 2>/dev/null || stat -c %Y "$here/configure.ac")}"
export SOURCE_DATE_EPOCH LC_ALL=C.UTF-8 TZ=UTC
umask 022
. "$here/packaging/flags.sh"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT TERM
mkdir "$work/build"

quiet() { "$@" >"$work/said" 2>&1 || { tail -40 "$work/said" >&2; exit 1; }; }
cd "$work/build"
quiet "$here/configure" --prefix=/usr --sysconfdir=/etc --localstatedir=/var --libdir=/usr/lib \
	--with-systemdsystemunitdir=/usr/lib/systemd/system CFLAGS="$(flags "build=$work/build" ".=$here")"
quiet make -s -j"$(nproc)" all
quiet make -s install-strip DESTDIR="$work/stage"
[ -z "${STEWARD_STAGE-}" ] || cp -a "$work/stage" "$STEWARD_STAGE"
quiet make -s sbom
cp steward.spdx "$out/steward_$version.spdx"
sh "$here/packaging/pack.sh" "$work/stage" "$out" "$version"

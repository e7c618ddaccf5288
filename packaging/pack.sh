#!/bin/sh
# Makes the packages out of what "make install" laid down below one folder.
#   packaging/pack.sh STAGE OUT VERSION [PACKAGE...]	all of them where none is named
# dpkg-deb and dpkg-shlibdeps are all it needs.  SOURCE_DATE_EPOCH is the day of every file in them.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
stage=$(cd "$1" && pwd) version=$3
mkdir -p "$2"
out=$(cd "$2" && pwd)
: "${SOURCE_DATE_EPOCH:?says of when the packages are}"
export SOURCE_DATE_EPOCH LC_ALL=C TZ=UTC
umask 022
. "$here/divide.sh"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT TERM
native=$(dpkg --print-architecture)

(cd "$stage" && find . ! -type d | sed 's/^\.//' | sort) >"$work/installed"
divide "$here/files" <"$work/installed" >"$work/divided"

stanza() {	# PACKAGE: what the control file says of it
	awk -v RS= -v name="$1" '$2 == name' "$here/control"
}
libraries() {	# FOLDER: the packages of what its programs link
	mkdir -p "$work/debian"
	printf 'Source: steward\n\nPackage: steward\nArchitecture: any\n' >"$work/debian/control"
	(cd "$work" && find "$1/usr/lib/steward" "$1/usr/bin" -type f 2>/dev/null | while read -r f; do
		[ "$(head -c 4 "$f" | tail -c 3)" = ELF ] && echo "-e$f"; done |
		xargs dpkg-shlibdeps -O --ignore-missing-info -l"$stage/usr/lib/steward" 2>"$work/said") >"$work/libraries" ||
		{ cat "$work/said" >&2; return 1; }
	sed 's/^shlibs:Depends=//' "$work/libraries"
}
papers() {	# PACKAGE FOLDER: its licence and what changed
	mkdir -p "$2/usr/share/doc/$1"
	sed 's|see LICENSE\.|on Debian /usr/share/common-licenses/Apache-2.0.|' "$here/../NOTICE" >"$2/usr/share/doc/$1/copyright"
	printf 'steward (%s) unstable; urgency=medium\n\n  * Packages of this version.\n\n -- %s  %s\n' "$version" \
		"$maintainer" "$(date -u -d "@$SOURCE_DATE_EPOCH" '+%a, %d %b %Y %H:%M:%S +0000')" |
		gzip -9n >"$2/usr/share/doc/$1/changelog.Debian.gz"
}
control() {	# PACKAGE FOLDER
	linked=
	stanza "$1" | grep -q @LIBRARIES@ && linked=$(libraries "$2")
	stanza "$1" | sed -e "s|@VERSION@|$version|g; s|@LIBRARIES@|$linked|; /^Architecture: any/s|any|$native|" -e "/^Architecture:/a\\
Version: $version\\
Source: steward\\
Maintainer: $maintainer\\
Priority: optional\\
Installed-Size: $(find "$2" -type f -printf '%s\n' | awk '{ k += int(($1 + 1023) / 1024) } END { print k + 0 }')"
}
pack() {	# PACKAGE
	folder="$work/$1"
	mkdir -p "$folder/DEBIAN"
	awk -F '\t' -v name="$1" '$1 == name { print "." $2 }' "$work/divided" |
		(cd "$stage" && tar -cf - -T -) | tar -xf - -C "$folder" --no-same-owner
	papers "$1" "$folder"
	find "$folder/usr/share/man" -type f -exec gzip -9n {} + 2>/dev/null || :
	find "$folder" -type d -exec chmod 755 {} +
	control "$1" "$folder" >"$work/control" && mv "$work/control" "$folder/DEBIAN/control"
	(cd "$folder" && find etc -type f 2>/dev/null | sed 's|^|/|' | sort) >"$folder/DEBIAN/conffiles"
	[ -s "$folder/DEBIAN/conffiles" ] || rm "$folder/DEBIAN/conffiles"
	(cd "$folder" && find usr -type f -print0 | sort -z | xargs -0 md5sum) >"$folder/DEBIAN/md5sums"
	for script in postinst prerm postrm; do
		[ ! -e "$here/$1.$script" ] || install -m 755 "$here/$1.$script" "$folder/DEBIAN/$script"
	done
	find "$folder" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
	dpkg-deb --root-owner-group -Zxz --build "$folder" "$out" >/dev/null
}

maintainer="${DEBFULLNAME:-the authors of steward} <${DEBEMAIL:-root@localhost}>"
shift 3
# shellcheck disable=SC2046
[ $# -gt 0 ] || set -- $(sed -n 's/^Package: //p' "$here/control")
for package in "$@"; do
	pack "$package"
done

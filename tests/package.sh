#!/bin/sh
# The Debian packages of this tree, proved on a copy of this system: two builds in two folders are the same bytes; they
# install with what they depend on, the demo runs from what is installed, a second version takes over with the
# administrator's settings kept, and removing and purging leave what is somebody's and nothing else.  A command of its own,
# for root on Debian, without network; some five minutes:
#   tests/package.sh [PERSONS]
# The copy is laid over this system and thrown away at the end; nothing of this system is changed.
set -eu
here=$(cd "$(dirname "$0")/.." && pwd)
[ "$(id -u)" -eq 0 ] || { echo "package: root is needed to lay a copy over this system" >&2; exit 2; }
if [ -z "${PACKAGE_WORK-}" ]; then
	# A view of the mounts of its own: it ends with this process, whatever happens.
	PACKAGE_WORK=$(mktemp -d /tmp/stp.XXXXXX)
	export PACKAGE_WORK
	trap 'rm -rf "$PACKAGE_WORK"' EXIT
	trap 'exit 130' INT TERM HUP
	unshare --mount sh "$0" "$@"
	exit
fi
persons=${1:-2000} work=$PACKAGE_WORK bad=0
builddir="$here/build" srcdir="$here"
. "$here/tests/lib.sh"

# Two builds; the second from a copy of the tree in a folder of another name and length.
SOURCE_DATE_EPOCH=$(git -C "$here" log -1 --format=%ct 2>/dev/null || stat -c %Y "$here/configure.ac")
export SOURCE_DATE_EPOCH
copy="$work/copies/another_folder"
mkdir -p "$copy"
(cd "$here" && tar -cf - --exclude=./build --exclude=./.git .) | tar -xf - -C "$copy"
STEWARD_STAGE="$work/stage" sh "$here/packaging/deb.sh" "$work/one"
(umask 077; TMPDIR="$work/copies" sh "$copy/packaging/deb.sh" "$work/two")
# From here on what fails is told and the rest goes on.
set +e
for f in "$work"/one/*; do
	name=$(basename "$f")
	ok "two builds of $name are the same" "$(cmp "$f" "$work/two/$name" >&2; echo $?)"
done
same "there are four, and the list of what they are made of" "4 1" "$(ls "$work"/one/*.deb | wc -l) $(ls "$work"/one/*.spdx | wc -l)"

# A second version: the settings have one more word, a text is new, one is gone.
echo '# idle_minutes = 15;	# ends a workbench nobody sits at' >>"$work/stage/etc/steward/steward.conf"
echo '-- New in this version.' >"$work/stage/usr/share/steward/lua/types/second.lua"
rm "$work/stage/usr/share/steward/themes/mono.cfg"
sh "$here/packaging/pack.sh" "$work/stage" "$work/later" 0.1.1 || exit 1

# The copy: this system below, what changes above.
root="$work/root"
mkdir -p "$work/over" "$root"
{
	mount -t tmpfs -o mode=755 over "$work/over" &&
	mkdir "$work/over/upper" "$work/over/work" &&
	mount -t overlay over -o "lowerdir=/,upperdir=$work/over/upper,workdir=$work/over/work" "$root" &&
	mount -t tmpfs -o mode=1777 tmp "$root/tmp" &&
	mount -t proc proc "$root/proc" &&
	mount --bind /dev "$root/dev"
} || { echo "package: a copy of this system could not be laid over it" >&2; exit 1; }
mkdir "$root/tmp/debs"
cp -r "$work/one" "$work/later" "$root/tmp/debs/"
inside() { chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"; }
trap "inside steward demo --stop >/dev/null 2>&1" EXIT	# whatever happens, its server ends
# What differs from the system below, but for what dpkg and adduser write of themselves.
left() {
	(cd "$work/over/upper" && find . \( ! -type d -o -empty \) | sed 's/^\.//' | sort) |
		while read -r path; do [ -d "$path" ] && [ -d "$work/over/upper$path" ] || echo "$path"; done |
		grep -vE '^/(etc/(passwd|group|shadow|gshadow|subuid|subgid)-?$|var/lib/dpkg/|var/log/|var/cache/|etc/\.pwd\.lock|run/|dev|proc|tmp|work|usr/share/info/dir)' || :
}

inside sh -c 'dpkg -i /tmp/debs/one/steward_*.deb' >"$work/said" 2>&1
same "the program installs, with all that it depends on" 0 $?
same "nobody else is needed" "install ok installed" "$(inside dpkg-query -W -f '${Status}' steward)"
ok "it is the installed program that answers" "$(inside steward --help | grep -q '^  board'; echo $?)"
same "without the laboratory the demo says where it is" 2 "$(inside steward demo --batch >/dev/null 2>"$work/said"; echo $?)"
inside sh -c 'dpkg -i /tmp/debs/one/*.deb' >"$work/said" 2>&1
same "the others install" 0 $?
same "what is installed is as it was packed" "" "$(inside dpkg --verify steward steward-lab steward-doc libsteward-dev)"
same "the settings are the administrator's" "/etc/steward/steward.conf" "$(inside dpkg-query -W -f '${Conffiles}' steward | awk 'NF { print $1 }')"
same "the units' user may write where they do" "steward steward steward" "$(inside stat -c %U /var/lib/steward/inbox \
	/var/lib/steward/outbox /var/lib/steward/backup | paste -sd ' ')"
same "and has its home there" "/var/lib/steward" "$(inside getent passwd steward | cut -d: -f6)"
ok "no timer has begun" "$(! inside sh -c 'ls /etc/systemd/system/timers.target.wants/' 2>/dev/null | grep -q steward; echo $?)"
ok "modules of others find their headers" "$(inside pkg-config --cflags steward | grep -q /usr/include/steward; echo $?)"
if inside sh -c 'command -v man' >/dev/null; then
	ok "the manual is found" "$(inside man -w steward steward.conf steward-module steward-rules >/dev/null 2>&1; echo $?)"
fi
same "its modules are loaded" "$(ls "$here"/modules/*/*.am | wc -l)" "$(inside steward module list --format csv 2>"$work/said" | sed 1d | wc -l)"

# A city by the installed program, and the office after the second version.
inside steward demo --batch --persons "$persons" >"$work/board" 2>"$work/said" || { tail "$work/said"; bad=$((bad + 1)); }
ok "the demo shows board, queue and known truth" "$(grep -q 'D1' "$work/board" && [ "$(wc -l <"$work/board")" -gt 40 ]; echo $?)"
tasks() { inside steward tasks --format csv --limit 100000 2>/dev/null; }
ok "it has work" "$([ "$(tasks | wc -l)" -gt 5 ]; echo $?)"
before=$(tasks | cksum)
echo '# of this office' >>"$root/etc/steward/steward.conf"
inside sh -c 'dpkg --force-confold -i /tmp/debs/later/*.deb' >"$work/upgraded" 2>&1
same "a second version takes over" "0 0.1.1" "$? $(inside dpkg-query -W -f '${Version}' steward)"
ok "the settings stay as the administrator left them" "$(grep -q 'of this office' "$root/etc/steward/steward.conf" &&
	[ -e "$root/etc/steward/steward.conf.dpkg-dist" ]; echo $?)"
same "what is new is there, what is gone is not" "yes no" "$([ -e "$root/usr/share/steward/lua/types/second.lua" ] && echo yes) $(
	[ -e "$root/usr/share/steward/themes/mono.cfg" ] || echo no)"
same "the office goes on: the same tasks" "$before" "$(tasks | cksum)"
inside steward demo --stop >/dev/null 2>&1
same "its server stops" 0 $?

inside dpkg -r steward-lab steward-doc libsteward-dev steward >"$work/removed" 2>&1
same "it is removed" 0 $?
same "the settings and the office stay" "yes yes" "$([ -e "$root/etc/steward/steward.conf" ] && echo yes) $(
	[ -d "$root/var/lib/steward/demo" ] && echo yes)"
same "and nothing else" "" "$(left | grep -vE '^/(etc/steward/|var/lib/steward/)')"
inside dpkg -P steward steward-lab steward-doc libsteward-dev >"$work/purged" 2>&1
same "it is purged" 0 $?
ok "the office still stays, and this is said" "$([ -d "$root/var/lib/steward/demo" ] && grep -q 'is not empty and stays' "$work/purged"; echo $?)"
rm -rf "$root/var/lib/steward/demo"
inside sh -c 'dpkg -i /tmp/debs/one/*.deb && dpkg -P steward-lab steward-doc libsteward-dev steward' >"$work/said" 2>&1
same "an installation without an office is purged" 0 $?
same "to the last file" "" "$(left)"
[ "$bad" -eq 0 ] || { echo "$bad failed"; exit 1; }
echo "all is as it should be"

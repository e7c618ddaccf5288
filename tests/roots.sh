#!/bin/sh
# A longer proof, run by hand as root: the project on a Debian that has nothing yet, in a root of its own.
#   tests/roots.sh 12|13 [--user] [--quick] [STEP...]
# Steps, all of them when none is named:
#   demo      ./bootstrap demo
#   chinese   the demo's board in Chinese, though no locale for it is there
#   check     ./bootstrap check; with --quick some of its tests
#   hand      what the README says about building by hand, distcheck among it; not with --quick
# --user does it as a user who may sudo instead of as root. Wants debootstrap; packages come from the
# mirror that apt uses here. A root of packages is kept in /var/cache/steward-roots for the next time.
set -eu
here=$(cd "$(dirname "$0")/.." && pwd)
srcdir=$here
cache=/var/cache/steward-roots
tree=/srv/steward
quick='unit source/ sql/ flow/explain flow/eval flow/value_ends flow/places journey'

usage() { sed -n '3,/^set/s/^# //p' "$0" >&2; exit 2; }
[ $# -ge 1 ] || usage
case $1 in
12) release=bookworm ;;
13) release=trixie ;;
*) usage ;;
esac
debian=$1 user=root is_quick= steps=
shift
for word; do
	case $word in
	--user) user=newcomer ;;
	--quick) is_quick=yes ;;
	demo | chinese | check | hand) steps="$steps $word" ;;
	*) usage ;;
	esac
done
[ -n "$steps" ] || steps="demo chinese check hand"
[ "$(id -u)" -eq 0 ] || { echo "roots are made by root" >&2; exit 1; }
command -v debootstrap >/dev/null || { echo "debootstrap is missing: apt-get install debootstrap" >&2; exit 1; }
. "$here/tests/lib.sh"

# Processes that still run in the root are ours: nobody else knows it.
end_processes() {
	for signal in TERM KILL; do
		left=
		for p in /proc/[0-9]*; do
			[ "$(readlink "$p/root" 2>/dev/null)" != "$root" ] || left="$left ${p#/proc/}"
		done
		[ -n "$left" ] || return 0
		# shellcheck disable=SC2086
		kill -s $signal $left 2>/dev/null || :
		for _ in 1 2 3 4 5 6 7 8 9 10; do
			# shellcheck disable=SC2086
			kill -0 $left 2>/dev/null || break
			sleep 0.5
		done
	done
}

mounted() { awk -v root="$root/" 'index($2 "/", root) == 1 { print $2 }' /proc/mounts | sort -r; }

# Nothing is deleted while anything is mounted below: what is mounted may be the machine's.
leave() {
	status=$?
	trap - EXIT INT TERM HUP
	end_processes
	for m in $(mounted); do
		umount "$m" || umount -l "$m" || :
	done
	if [ -n "$(mounted)" ]; then
		echo "left as it is, for something is still mounted in it: $root" >&2
		exit 1
	fi
	rm -rf --one-file-system "$root"
	exit $status
}

make_packages() {	# the packages of a bare Debian, packed
	mirror=$(apt-get indextargets --format '$(SITE)' 'Created-By: Packages' | grep '/debian/*$' | head -1)
	mkdir -p "$cache"
	debootstrap --variant=minbase "$release" "$root" "$mirror" >"$root.log" 2>&1 ||
		{ tail "$root.log" >&2; exit 1; }
	[ -z "$(mounted)" ] || { echo "debootstrap left something mounted" >&2; exit 1; }
	rm "$root.log"
	tar -C "$root" --one-file-system -cf "$cache/new" .
	mv "$cache/new" "$cache/debian-$debian.tar"
}

# Devices are made, never taken from the machine: what is deleted later is only this root's.
make_devices() {
	rm -rf --one-file-system "$root/dev"
	mkdir -p "$root/dev/pts" "$root/dev/shm" "$root/proc"
	for d in 'null 1 3' 'zero 1 5' 'full 1 7' 'random 1 8' 'urandom 1 9' 'tty 5 0'; do
		# shellcheck disable=SC2086
		set -- $d
		mknod -m 666 "$root/dev/$1" c "$2" "$3"
	done
	ln -s pts/ptmx "$root/dev/ptmx"
	ln -s /proc/self/fd "$root/dev/fd"
	mount -t proc proc "$root/proc"
	mount -t devpts -o newinstance,ptmxmode=0666,mode=620 devpts "$root/dev/pts"
	mount -t tmpfs -o mode=1777 tmpfs "$root/dev/shm"
}

copy_tree() {	# as a clone has it
	rm -rf --one-file-system "$root$tree"
	mkdir -p "$root$tree"
	git -C "$here" archive HEAD | tar -x -C "$root$tree"
	[ -z "${as:-}" ] || chroot "$root" chown -R "$user" "$tree"
}

make_root() {
	root=$(mktemp -d /var/tmp/steward-root.XXXXXX)
	trap leave EXIT
	trap 'exit 130' INT TERM HUP
	chmod 755 "$root"
	if [ -e "$cache/debian-$debian.tar" ]; then
		tar -C "$root" -xf "$cache/debian-$debian.tar"
	else
		make_packages
	fi
	make_devices
	cp /etc/resolv.conf "$root/etc/resolv.conf"
	apt-config dump | grep -E '^Acquire::https?::Proxy ' >"$root/etc/apt/apt.conf.d/90proxy" || :
	echo "127.0.0.1 localhost $(uname -n)" >"$root/etc/hosts"
	copy_tree
}

# A command line in the tree, as the one who tries it.
inside() {
	chroot "$root" env -i PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin TERM=xterm \
		HOME="$home" ${LANG_INSIDE:+LANG="$LANG_INSIDE"} \
		$as sh -c "cd $tree && $1" </dev/null
}

make_user() {
	as= home=/root
	[ "$user" != root ] || return 0
	inside 'apt-get update -q && apt-get install -q -y --no-install-recommends sudo && useradd -m newcomer &&
		echo "newcomer ALL = (ALL) NOPASSWD: ALL" >/etc/sudoers.d/newcomer && chown -R newcomer .'
	as='runuser -u newcomer --' home=/home/newcomer
}

step() {	# NAME COMMAND
	begin=$(date +%s)
	inside "$2" >"$root/step.log" 2>&1
	status=$?
	grep -E '^[0-9]+ passed' "$root/step.log" || tail -3 "$root/step.log"
	[ $status -eq 0 ] || grep -E '^(FAIL|     )' "$root/step.log" || tail -30 "$root/step.log"
	ok "Debian $debian, $user: $1 ($(($(date +%s) - begin)) s)" $status
}

by_hand() {	# in a clone where nothing was built, with the packages that ./bootstrap brings
	step "packages" "./bootstrap build"
	copy_tree
	readme_lines "$here/README.md" | sed -n 's/^build by hand	//p' >"$root/lines"
	while IFS= read -r line; do
		case $line in *" install "*) [ "$user" = root ] || line="sudo $line" ;; esac
		step "$line" "$line"
	done <"$root/lines"
	step "the installed one finds what is its own" "/usr/local/bin/steward eval --list"
}

run_steps() {
	for s in $steps; do
		case $s in
		demo) step "./bootstrap demo" "./bootstrap demo" ;;
		chinese)
			step "no locale is there" '! locale -a | grep -vE "^(C|POSIX|C\.utf8)$"'
			LANG_INSIDE=zh_CN.UTF-8
			step "and the board is Chinese" "build/steward board | grep 待办事项"
			LANG_INSIDE=
			step "the demo is stopped" "build/steward demo --stop" ;;
		check)
			[ -z "$is_quick" ] || step "some tests" "./bootstrap build && make -C build check TESTS='$quick'"
			[ -n "$is_quick" ] || step "./bootstrap check" "./bootstrap check" ;;
		hand) [ -n "$is_quick" ] || by_hand ;;
		esac
	done
}

make_root
make_user
set +e
run_steps
finish

# The first command for somebody who may not install anything: what is missing is named, for one who may.
. "$srcdir/tests/lib.sh"
[ -e /etc/debian_version ] || { echo "ok nothing to do: packages are Debian's"; exit 0; }

# A machine of few programs, on which no package is installed.
bin="$work/bootstrap"
mkdir -p "$bin"
for tool in sh cat dirname grep mkdir; do
	ln -sf "$(command -v $tool)" "$bin/$tool"
done
printf '#!/bin/sh\necho 1000\n' >"$bin/id"
printf '#!/bin/sh\nexit 1\n' >"$bin/dpkg-query"
chmod +x "$bin/id" "$bin/dpkg-query"
begin() { said=$(PATH="$bin" "$bin/sh" "$srcdir/bootstrap" build 2>&1); }
says() {	# NAME WANTED
	case $said in
	*"$2"*) ok "$1" 0 ;;
	*) ok "$1" 1; printf '  wanted: %s\n  got:    %s\n' "$2" "$said" ;;
	esac
}

begin
same "a user without sudo is refused" 1 $?
says "with the line for an administrator" "apt-get install --no-install-recommends gcc make"
says "whole" "libvterm-dev postgresql"
printf '#!/bin/sh\necho "$1 is not in the sudoers file" >&2\nexit 1\n' >"$bin/sudo"
chmod +x "$bin/sudo"
begin
same "so is one who may not use it" 1 $?
says "with the same line" "apt-get install --no-install-recommends gcc make"
finish

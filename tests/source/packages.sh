# What "make install" lays down is divided among the Debian packages: each file belongs to one.
. "$srcdir/tests/lib.sh"
. "$srcdir/packaging/divide.sh"
table="$srcdir/packaging/files" root="$work/packaged"
make -C "$builddir" -s install DESTDIR="$root" prefix=/usr sysconfdir=/etc >"$work/install.log" 2>&1 || cat "$work/install.log"
# A package has the units where systemd looks.
(cd "$root" && find . ! -type d | sed 's|^\.||; s|^/usr/share/steward/systemd/|/usr/lib/systemd/system/|' | sort) >"$work/installed"
ok "there is much to divide" "$([ "$(wc -l <"$work/installed")" -gt 100 ]; echo $?)"
divide "$table" <"$work/installed" >"$work/divided" 2>"$work/said"
same "no file is without a package, or in two" "0 " "$? $(cat "$work/said")"
same "no line is for nothing" "" "$(while read -r package pattern; do
	case $package in '' | '#'*) continue ;; esac
	printf '%s\t%s\n' "$package" "$pattern" >"$work/line"
	divide "$work/line" <"$work/installed" 2>/dev/null | grep -q "^$package" || echo "$pattern"
done <"$table")"
same "packages with files are those described" "$(sed -n 's/^Package: //p' "$srcdir/packaging/control" | sort)" \
	"$(cut -f1 "$work/divided" | sort -u)"
same "the program is in one, the laboratory in another" "steward steward-lab" \
	"$(grep -E '/(bin/steward|lab\.so)$' "$work/divided" | cut -f1 | paste -sd ' ')"
echo /usr/lib/steward/new.so | divide "$table" >/dev/null 2>"$work/said"
same "a new file that no line has is told" 1 "$(grep -c 'new.so is in 0 lines' "$work/said")"
{ cat "$table"; printf 'steward-lab /usr/bin/*\n'; } >"$work/twice"
divide "$work/twice" <"$work/installed" >/dev/null 2>"$work/said"
same "one that two lines have is told, and fails" "1 1" "$? $(grep -c '/usr/bin/steward is in 2 lines' "$work/said")"
same "the scripts are sound" "" "$(for f in "$srcdir"/packaging/*.sh "$srcdir"/packaging/steward.p* "$srcdir/tests/package.sh"; do
	sh -n "$f" 2>&1; done)"

# Packed twice, by two users with habits of their own: the same bytes.
if command -v dpkg-deb >/dev/null && command -v dpkg-shlibdeps >/dev/null; then
	mkdir -p "$root/usr/lib/systemd" && mv "$root/usr/share/steward/systemd" "$root/usr/lib/systemd/system"
	find "$root/usr/bin" "$root/usr/lib/steward" -type f -exec strip {} +
	SOURCE_DATE_EPOCH=1750000000 && export SOURCE_DATE_EPOCH
	pack() { from=$1 to=$2; shift 2; sh "$srcdir/packaging/pack.sh" "$from" "$to" 1.0 "$@" 2>"$work/said" || cat "$work/said"; }
	pack "$root" "$work/debs_one"
	cp -R "$root" "$work/packed_again"
	(umask 027; export LC_ALL=C.UTF-8 TZ=America/New_York; pack "$work/packed_again" "$work/debs_two" steward-lab steward-doc libsteward-dev)
	same "there are four packages" 4 "$(ls "$work"/debs_one/*.deb | wc -l | tr -d ' ')"
	for name in steward-lab steward-doc libsteward-dev; do	# tests/package.sh takes the large one as well
		ok "$name is packed alike" "$(cmp "$work"/debs_one/${name}_* "$work"/debs_two/${name}_* >&2; echo $?)"
	done
	same "the settings are kept as the administrator left them" /etc/steward/steward.conf \
		"$(dpkg-deb -I "$work"/debs_one/steward_*.deb conffiles)"
	ok "what it links stands among its dependencies" "$(dpkg-deb -f "$work"/debs_one/steward_*.deb Depends | grep -q libpq5; echo $?)"
fi
finish

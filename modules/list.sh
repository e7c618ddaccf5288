# Writes modules/modules.am from the folders that are there, so that a removed module leaves a
# program that builds.  configure.ac asks for it, so that autoreconf alone will do.
set -eu
cd "$(dirname "$0")/.."
for f in modules/*/*.am; do
	[ ! -e "$f" ] || echo "include $f"
done >modules/modules.am.new
if cmp -s modules/modules.am.new modules/modules.am; then
	rm modules/modules.am.new
else
	mv modules/modules.am.new modules/modules.am
fi

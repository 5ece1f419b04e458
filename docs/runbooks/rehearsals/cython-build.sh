# A repository with an extension of one function, and a module with a fallback. The compiler is a wrapper that can break.
#: setup
mkdir repository && cd repository
printf '# cython: language_level=3\ndef weighted(double price, long quantity):\n    return price * quantity\n' > fastmath.pyx
printf '%s\n' 'from Cython.Build import cythonize' 'from setuptools import Extension, setup' '' 'setup(name="fastmath", ext_modules=cythonize([Extension("fastmath", ["fastmath.pyx"])], quiet=True))' > setup.py
printf '%s\n' 'try:' '    from fastmath import weighted' 'except ImportError:' '    def weighted(price, quantity):' '        return price * quantity' > prices.py
printf '%s\n' build/ '*.c' '*.so' precious.env > .gitignore
echo 'of the reader' > precious.env
git init -q -b main; git config user.name reader; git config user.email reader@example.com
git add .; git commit -q -m 'the extension'
cd ..
printf '#!/bin/sh\n[ ! -e "%s/broken" ] || { echo "fastmath.c:16:10: fatal error: Python.h: No such file or directory" >&2; exit 1; }\nexec gcc "$@"\n' "$PWD" > cc; chmod +x cc
profile "cd '$PWD/repository'; export CC='$PWD/cc' PYTHONPATH=."
#: deny normal headers
printf '#!/bin/sh\nexit 1\n' > other; mv cc kept-cc; mv other cc; chmod +x cc
#: mend normal
mv kept-cc cc
#: deny build fatal error: Python.h
touch broken; (cd repository; ! CC=$PWD/../cc python3 setup.py -q build_ext --inplace > /dev/null 2>&1)
#: mend build
rm broken; rm -rf repository/build repository/fastmath.c repository/fastmath.*.so
#: type import
MODULE=fastmath CHECK='import fastmath; print(fastmath.weighted(2.5, 4))'
#: deny import for this Python: False
for file in repository/fastmath.*.so; do mv "$file" kept.so; echo "${file#repository/}" > name; done
cp repository/prices.py kept-prices.py; printf 'def weighted(price, quantity):\n    return price * quantity\n' > repository/fastmath.py
#: mend import
rm repository/fastmath.py; mv kept.so "repository/$(cat name)"; rm name kept-prices.py
#: type rebuild
REMOVE=yes
#: after rebuild
same "$(cat repository/precious.env)" "of the reader" "a file that git ignores too"
same "$(git -C repository status --short)" "" "changes of the source"
#: deny verify Error
mkdir away; mv repository/fastmath.*.so away/
#: mend verify
mv away/* repository/; rmdir away
#: type roll-back
WITHOUT_EXTENSION=yes FALLBACK_CHECK='import prices; print(prices.weighted(2.5, 4))'
#: after roll-back
same "$(ls repository/*.so 2> /dev/null)" "" "the extension"
#: end
same "$(git -C repository status --short)" "" "changes of the source"
test -f repository/setup.py

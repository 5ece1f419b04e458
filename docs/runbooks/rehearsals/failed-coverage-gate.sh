# A change brought a module with a function that no test calls. The reader writes the test, breaks the code and repairs it.
#: setup
profile 'coverage() { python3-coverage "$@"; }' 'export PYTHONPATH=.' "export COVERAGE_FILE='$TMPDIR/coverage'"
mkdir trading tests
touch trading/__init__.py
cat > trading/fees.py <<'PYTHON'
def fee(amount: int, maker: bool) -> int:
    if maker:
        return amount // 1000
    return amount // 500


def refund(amount: int, reason: str) -> int:
    if reason == "error":
        return amount
    if reason == "goodwill":
        return amount // 2
    if amount > 1000:
        raise ValueError("a refund above 1000 needs a reason")
    return 0
PYTHON
cat > tests/test_fees.py <<'PYTHON'
from trading.fees import fee


def test_fee():
    assert fee(10000, maker=True) == 10
    assert fee(10000, maker=False) == 20
PYTHON
printf '%s\n' '[run]' 'source = trading' 'branch = true' '' '[report]' 'precision = 2' 'fail_under = 80' > .coveragerc
echo .coverage > .gitignore
git init -q -b main
git config user.name reader; git config user.email reader@example.com
git add . ; git commit -q -m 'what is on the branch'
git checkout -q -b change
#: deny normal precision: 0
sed -i '/precision/d' .coveragerc
#: mend normal
git restore .coveragerc
#: deny gate 100.00%
python3 - <<'PYTHON'
text = open("tests/test_fees.py").read().replace("import fee", "import fee, refund")
open("tests/test_fees.py", "w").write(text + "\n\ndef test_all():\n    for reason in ('error', 'goodwill', ''):\n        refund(5, reason)\n    try:\n        refund(5000, '')\n    except ValueError:\n        pass\n")
PYTHON
COVERAGE_FILE=$TMPDIR/coverage PYTHONPATH=. python3-coverage run -m pytest -q -p no:cacheprovider > /dev/null
#: mend gate
git restore tests; COVERAGE_FILE=$TMPDIR/coverage PYTHONPATH=. python3-coverage run -m pytest -q -p no:cacheprovider > /dev/null
#: before gate-passes
cat > tests/test_refund.py <<'PYTHON'
import pytest

from trading.fees import refund


def test_refund():
    assert refund(500, "error") == 500
    assert refund(500, "goodwill") == 250
    assert refund(500, "") == 0


def test_a_large_refund_needs_a_reason():
    with pytest.raises(ValueError):
        refund(1001, "")
PYTHON
git add tests; git commit -q -m 'the missing test'
#: type keep
FILE=trading/fees.py
#: before break-it
cp tests/test_refund.py kept-test
sed -i 's|return amount // 2|return amount // 3|' trading/fees.py
#: deny break-it 3 passed
sed -i '/goodwill/d' tests/test_refund.py
#: mend break-it
cat kept-test > tests/test_refund.py; rm kept-test
# An empty copy is none: it would empty the file.
#: mistype restore
KEPT=/dev/null
#: after restore
same "$(git status --short)" "" "what is left of the wrong line"
#: before roll-back
git rm -q tests/test_refund.py
sed -i 's|^def refund(.*|&  # pragma: no cover - removed with the refund service|' trading/fees.py
#: type roll-back
BASE=main
#: deny roll-back the gate was lowered
sed -i 's/fail_under = 80/fail_under = 30/' .coveragerc
#: mend roll-back
git restore .coveragerc
#: deny roll-back a reason is missing
sed -i 's| - removed with the refund service||' trading/fees.py
#: mend roll-back
sed -i 's|pragma: no cover$|& - removed with the refund service|' trading/fees.py
#: end
test -f .coveragerc && test -d trading && test -d tests

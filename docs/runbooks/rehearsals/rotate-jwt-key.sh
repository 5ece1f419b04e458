# A user holds a valid token of the key that the store names. The verifier is the code of the guide.
#: setup
mkdir -p trading && touch trading/__init__.py && guide security/jwt.md trading/keyring.py > trading/keyring.py
ring() { jq -n --arg old "$(openssl rand -hex 32)" --arg now "$(openssl rand -hex 32)" '{active: "2026-10", keys: {"2026-07": $old, "2026-10": $now}}' > ring.json; vault kv put secret/trading/jwt @ring.json; rm ring.json; }
ring
cat > tokens.py <<'PYTHON'
"""tokens.py issue | verify FILE: as the service does it, with the keyring of the store."""
import json, subprocess, sys
import jwt
from trading.keyring import Keyring
ring = Keyring.from_json(json.dumps(json.loads(subprocess.check_output(["vault", "kv", "get", "-format=json", "secret/trading/jwt"]))["data"]["data"]))
if sys.argv[1] == "issue":
    print(ring.issue("user-1", issuer="trading-auth", audience="trading-api", lifetime=900))
else:
    try:
        print("accepted", ring.verify(open(sys.argv[2]).read().strip(), issuer="trading-auth", audience="trading-api")["sub"])
    except jwt.PyJWTError as error:
        print("refused", type(error).__name__)
PYTHON
python3 tokens.py issue > old-token
#: deny publish nothing was changed
jq -n '{active: "2026-10", keys: {"2026-10": "00"}, other: 1}' > ring.json; vault kv put secret/trading/jwt @ring.json; rm ring.json
#: mend publish
vault kv rollback -version=1 secret/trading/jwt
#: after publish
same "$(python3 tokens.py verify old-token)" "accepted user-1" "a token of a user after publishing"
same "$(vault kv get -format=json secret/trading/jwt | jq '.data.data.keys | length')" 3 "keys"
#: deny switch nothing was changed
vault kv rollback -version=1 secret/trading/jwt
#: mend switch
vault kv rollback -version=4 secret/trading/jwt
#: type switch
EVERY_VERIFIER_HAS_IT=yes
#: after switch
same "$(python3 tokens.py verify old-token)" "accepted user-1" "a token of a user after the switch"
python3 tokens.py issue > new-token
same "$(python3 tokens.py verify new-token)" "accepted user-1" "a new token"
#: type roll-back
ROLL_BACK=yes
#: after roll-back
same "$(python3 tokens.py verify old-token) $(python3 tokens.py verify new-token)" "accepted user-1 accepted user-1" "tokens of both keys"
#: type switch-again
EVERY_VERIFIER_HAS_IT=yes
#: type retire
RETIRE_OLD=yes
#: after retire
same "$(python3 tokens.py verify old-token)" "refused InvalidTokenError" "a token of the retired key"
same "$(python3 tokens.py verify new-token)" "accepted user-1" "a new token"
#: end
same "$(vault kv get -format=json secret/trading/jwt | jq -c '.data.data.keys | length')" 1 "keys"

"""How schemathesis sends what it has no serializer for; used by scripts/fuzz.sh."""

import schemathesis


@schemathesis.serializer("application/x-ndjson")
def ndjson(ctx, value):
    return value if isinstance(value, bytes) else str(value).encode()

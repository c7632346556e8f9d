"""What a page of the site may load and do: one policy for pages, preview and tests.

Nothing but the site's own files; no inline script or style (JSON-LD is data and is not
run); see CSP Level 3. Scripts cannot turn text into markup or code, and no Trusted Types
policy may allow it to them.
"""

SECURITY_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; "
    "require-trusted-types-for 'script'; trusted-types 'none'"
)
# Only a header can forbid frames: a policy in a page is not asked about them.
SECURITY_POLICY_HEADER = f"{SECURITY_POLICY}; frame-ancestors 'none'"

"""GraphQL over HTTP to the letter: the audit suite of `graphql-http` against the running product."""

import asyncio
import json

from tests.journeys.conftest import OpenFirm
from tests.journeys.product import ROOT, Product

AUDIT = """
import { auditServer } from "graphql-http";
const [url, Cookie] = process.argv.slice(1);
const asStaff = (url, options = {}) => fetch(url, { ...options, headers: { ...options.headers, Cookie } });
const results = await auditServer({ url, fetchFn: asStaff });
console.log(JSON.stringify(results.map(({ id, name, status, reason }) => ({ id, name, status, reason }))));
"""


async def test_the_endpoint_passes_every_audit(open_firm: OpenFirm, product: Product) -> None:  # API-1, G7
    staff = await (await open_firm()).sign_in()  # the audit asks for `__type`, which is for staff
    cookie = "; ".join(f"{name}={value}" for name, value in staff.http.cookies.items())
    node = ROOT / ".tools" / "node" / "node"
    process = await asyncio.create_subprocess_exec(
        str(node), "--input-type=module", "-e", AUDIT, f"{product.url}/graphql", cookie,
        cwd=ROOT / "portal_frontend", stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip
    said, complaint = await process.communicate()
    assert process.returncode == 0, complaint.decode()
    results = json.loads(said)
    failed = [each for each in results if each["status"] in {"error", "warn"}]
    assert failed == []
    assert len(results) == 61
    assert sum(each["status"] == "ok" for each in results) >= 58

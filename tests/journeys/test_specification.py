"""GraphQL over HTTP to the letter: the audit suite of `graphql-http` against the running product."""

import asyncio
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from tests.journeys.conftest import PASSWORD, OpenFirm, free_port
from tests.journeys.product import ROOT, Browserless, Product

AUDIT = """
import { auditServer } from "graphql-http";
const [url, Cookie] = process.argv.slice(1);
const asStaff = (url, options = {}) => fetch(url, { ...options, headers: { ...options.headers, Cookie } });
const results = await auditServer({ url, fetchFn: asStaff });
console.log(JSON.stringify(results.map(({ id, name, status, reason }) => ({ id, name, status, reason }))));
"""


async def test_the_endpoint_passes_every_audit(open_firm: OpenFirm, product: Product) -> None:  # API-1, G7
    results = await audited(product, (await open_firm()).emails["owner"])
    assert [each for each in results if each["status"] in {"error", "warn"}] == []
    assert len(results) == 61
    assert sum(each["status"] == "ok" for each in results) >= 58


async def test_with_queries_by_get_it_passes_them_all(open_firm: OpenFirm, product: Product, tmp_path: Path) -> None:
    settings = {"GRAPHQL_GET": "true"}
    reading = replace(product, port=free_port(), folder=tmp_path, settings=settings, processes={})
    reading.start("serve")
    try:
        results = await audited(reading, (await open_firm()).emails["owner"])
    finally:
        reading.stop()
    assert [each for each in results if each["status"] != "ok"] == []
    assert len(results) == 61


async def audited(product: Product, email: str) -> list[dict[str, Any]]:
    """What the audit found. It asks for `__type`, which is for staff, by text, which is for staff too."""
    staff = await Browserless(product, "STAFF").sign_in(email, PASSWORD)
    cookie = "; ".join(f"{name}={value}" for name, value in staff.http.cookies.items())
    node = ROOT / ".tools" / "node" / "node"
    process = await asyncio.create_subprocess_exec(
        str(node), "--input-type=module", "-e", AUDIT, f"{product.url}/graphql", cookie,
        cwd=ROOT / "portal_frontend", stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip
    said, complaint = await process.communicate()
    assert process.returncode == 0, complaint.decode()
    results: list[dict[str, Any]] = json.loads(said)
    return results

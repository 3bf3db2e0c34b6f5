#!/usr/bin/env python3
"""Ask a database through `newsgraph mcp` with the protocol's own Python client.

    python3 Tests/Consumers/mcp_client.py NEWSGRAPH DB.sqlite

Needs: pip install mcp (2.3). Checks, once agreeing on a version and once by the stateless protocol of 2026-07-28: that every tool is described
and answers, that the client finds each answer to be what its output schema says, that every statement has its sentence, document, status and rule,
that refusals say how to go on, that answers to many calls at once keep their ids, that a call ends when it is cancelled, and that nothing but
the protocol is on standard output. Prints a line a check; exit status 1 when one fails.
"""
import asyncio
import json
import subprocess
import sys
import time

from mcp import Client
from mcp.client.stdio import StdioServerParameters, stdio_client
from mcp.shared.exceptions import MCPError

TOOLS = ["search_actors", "who", "path", "query", "evidence", "extract"]
# Runs for minutes unless it is stopped.
ENDLESS = "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b WITH a, b WHERE a + b < 0 RETURN count(*)"


def check(condition, what):
    print(("ok      " if condition else "FAILED  ") + what, flush=True)
    if not condition:
        sys.exit(1)


def statements(answer):
    """Every statement anywhere in an answer."""
    if isinstance(answer, dict):
        if "relation" in answer and "confidence" in answer:
            yield answer
        for value in answer.values():
            yield from statements(value)
    elif isinstance(answer, list):
        for value in answer:
            yield from statements(value)


def complete(answer):
    found = list(statements(answer))
    return found and all(s["sentence"] and s["document"]["id"] and s["status"] and s["rule"] for s in found)


async def call(client, tool, **arguments):
    result = await client.call_tool(tool, arguments)
    check(not result.is_error, f"{tool} answers {json.dumps(arguments)[:80]}")
    check(json.loads(result.content[0].text) == result.structured_content, f"{tool}: text and structure are one")
    return result.structured_content


async def refused(client, words, tool, **arguments):
    result = await client.call_tool(tool, arguments)
    check(result.is_error and words in result.content[0].text, f"{tool} refuses {json.dumps(arguments)[:60]}: {words}")


async def ask(program, database, mode):
    server = stdio_client(StdioServerParameters(command=program, args=["mcp", database]))
    async with Client(server, mode=mode) as client:
        print(f"-- {mode}: {client.protocol_version}")
        check("data" in client.instructions, "the instructions say that text is data")
        tools = (await client.list_tools()).tools
        check([t.name for t in tools] == TOOLS, "every tool is listed")
        check(all(t.description and t.output_schema and t.annotations.read_only_hint for t in tools), "every tool is described and only reads")

        ranked = await call(client, "query", cypher="MATCH (a:Person)-[r]-(b) RETURN a.id AS id, count(r) AS n ORDER BY n DESC, id LIMIT 2")
        first, second = (row["id"] for row in ranked["rows"])
        who = await call(client, "who", actor=first, limit=2)
        check(complete(who) and len(who["statements"]) == 2, "who has sentences, documents, statuses and rules")
        more = await call(client, "who", actor=first, limit=2, cursor=who["cursor"])
        check(not {s["id"] for s in who["statements"]} & {s["id"] for s in more["statements"]}, "the cursor goes on")
        ids = [s["id"] for s in who["statements"]]
        evidence = await call(client, "evidence", ids=ids)
        check([s["statement"]["id"] for s in evidence["statements"]] == ids and complete(evidence), "evidence is of the statements asked for")
        found = await call(client, "search_actors", words=who["actor"]["name"])
        check(found["actors"][0]["id"] == first, "search_actors finds the actor")
        near = (await call(client, "query", cypher="MATCH (a {id: $id})-[r]-(b) RETURN b.id AS id, r LIMIT 1", parameters={"id": first}))["rows"][0]
        check(near["r"]["properties"]["sentence"], "a relationship has its sentence")
        check(complete(await call(client, "path", **{"from": first, "to": near["id"]})), "path has sentences")
        read = await call(client, "extract", text="Jimmy Carter met Anwar Sadat in Cairo on Friday.", date="1978-09-15")
        check(complete(read) and read["statements"][0]["relation"] == "met-with", "extract reads an article")

        await refused(client, "search_actors", "who", actor="nobody of this name")
        await refused(client, "from 1 to 100", "who", actor=first, limit=1000)
        await refused(client, "is one of AGREE", "who", actor=first, **{"class": ["WAR"]})
        await refused(client, "there is no field `file`", "who", actor=first, file="/etc/passwd")
        await refused(client, "^", "query", cypher="MATCH (a) RETRN a")
        await refused(client, "queries only read", "query", cypher="CREATE (a)")
        await refused(client, "`ids` is missing", "evidence")
        await refused(client, "`text` is missing", "extract")
        try:
            await client.call_tool("no_such_tool", {})
            check(False, "an unknown tool is an error")
        except MCPError as error:
            check(error.code == -32602, "an unknown tool is an error of the protocol")

        answers = await asyncio.gather(*(client.call_tool("query", {"cypher": f"RETURN {n} AS n"}) for n in range(30)))
        check([a.structured_content["rows"][0]["n"] for a in answers] == list(range(30)), "30 calls at once keep their answers apart")
        start = time.monotonic()
        try:
            await asyncio.wait_for(client.call_tool("query", {"cypher": ENDLESS}), 1)
            check(False, "the endless query runs")
        except asyncio.TimeoutError:
            pass
        await call(client, "query", cypher="RETURN 1 AS n")
        check(time.monotonic() - start < 8, "a cancelled call leaves room for the next")


def lines(program, database):
    """What no client sends, by hand."""
    def answer(*sent, timeout=60):
        text = "".join(s if isinstance(s, str) else json.dumps(s) + "\n" for s in sent)
        run = subprocess.run([program, "mcp", database], input=text, capture_output=True, text=True, timeout=timeout)
        check(run.returncode == 0, "it ends with its input")
        return [json.loads(line) for line in run.stdout.splitlines()]

    codes = [a["error"]["code"] for a in answer("{\n", "[1]\n", {"jsonrpc": "1.0", "id": 1, "method": "ping"}, {"jsonrpc": "2.0", "id": 2, "method": "x"})]
    check(codes == [-32700, -32600, -32600, -32601], "broken messages get the codes of JSON-RPC")
    check(answer("x" * 5_000_000 + "\n", {"jsonrpc": "2.0", "id": "é", "method": "ping"})[1] == {"jsonrpc": "2.0", "id": "é", "result": {}}, "a line without end is passed over")
    endless = {"jsonrpc": "2.0", "id": 7, "method": "tools/call", "params": {"name": "query", "arguments": {"cypher": ENDLESS}}}
    start = time.monotonic()
    replies = answer(endless, {"jsonrpc": "2.0", "method": "notifications/cancelled", "params": {"requestId": 7}}, {"jsonrpc": "2.0", "id": 8, "method": "ping"})
    check([r["id"] for r in replies] == [8] and time.monotonic() - start < 10, "a cancelled call has no answer, and stops")


if __name__ == "__main__":
    program, database = sys.argv[1:]
    asyncio.run(ask(program, database, "legacy"))
    asyncio.run(ask(program, database, "auto"))
    lines(program, database)

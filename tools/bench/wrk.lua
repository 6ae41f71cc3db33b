-- POST the callback's body with the queries of a file, one after the other, and print one line.
wrk.method = "POST"
for name, value in os.getenv("BENCH_HEADERS"):gmatch("([%w-]+): ([^\n]+)") do
  wrk.headers[name] = value
end

local before, after = os.getenv("BENCH_BEFORE"), os.getenv("BENCH_AFTER")
local queries = {}
if os.getenv("BENCH_QUERIES") ~= "" then
  for line in io.lines(os.getenv("BENCH_QUERIES")) do queries[#queries + 1] = line end
else
  queries[1] = ""
end
local at = tonumber(os.getenv("BENCH_SKIP"))

function request()
  at = at + 1
  return wrk.format(nil, nil, nil, before .. queries[(at - 1) % #queries + 1] .. after)
end

function done(summary, latency)
  local errors = summary.errors
  print(string.format(
    'BENCH {"answers": %d, "seconds": %.4f, "p50": %.1f, "p99": %.1f, "failed": %d}',
    summary.requests, summary.duration / 1e6, latency:percentile(50), latency:percentile(99),
    errors.status + errors.connect + errors.read + errors.write + errors.timeout))
end

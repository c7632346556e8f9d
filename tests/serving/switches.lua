-- For wrk: every answer has to be, byte for byte, one of the files that are named on its command line.

local threads = {}
local known = {}
good, bad = 0, 0

function setup(thread)
  table.insert(threads, thread)
end

function init(names)
  wrk.headers["Accept-Encoding"] = "br"
  for _, name in ipairs(names) do
    local file = assert(io.open(name, "rb"))
    known[file:read("*a")] = true
    file:close()
  end
end

function response(status, _, body)
  if status == 200 and known[body] then
    good = good + 1
  else
    bad = bad + 1
  end
end

function done(summary)
  local told, wrong = 0, 0
  for _, thread in ipairs(threads) do
    told = told + thread:get("good")
    wrong = wrong + thread:get("bad")
  end
  local errors = summary.errors
  wrong = wrong + errors.connect + errors.read + errors.write + errors.timeout
  print(string.format("\ngood %d wrong %d", told, wrong))
end

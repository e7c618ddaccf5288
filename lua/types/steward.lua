---@meta
-- What the texts are given, for the Lua language server; policy.lua beside this file has the facts,
-- parameters and calculations.  Days are whole numbers (days since 2000-01-01), money is whole fen,
-- months like 202511 are whole numbers.

---@class steward.mark
---In when: the fact is there.
---@type steward.mark
present = nil
---In when: the fact is missing.
---@type steward.mark
absent = nil
---No finding.
---@type nil
nothing = nil

---A sentence whose values stand apart, so that it can be translated.
---@class steward.sentence

---@class steward.task
---@field cause string # what makes the task this one: a date, a month, a number, from the facts
---@field say steward.sentence # T("text with %s", ...)
---@field due integer? # day: by when; left out: the clock of the kind of task
---@field monthly integer? # fen: what it would change a month, minus for money that stops

---Last of param's: what stands on a day on which no place has a value.
---@class steward.no_law
---@field default any

---True from that day on; rules only.
---@param day integer # day
---@return boolean
function reached(day) end

---The day of the row or the case; calculations only, and none that a rule calls.
---@return integer day
function today() end

---The amount for another span: 12 months, 4 quarters or 52 weeks a year; half up unless "up" or "down" is said.
---@param amount number
---@param from "a year"|"a quarter"|"a month"|"a fortnight"|"a week"|"a day"
---@param to "a year"|"a quarter"|"a month"|"a fortnight"|"a week"|"a day"
---@param rounding ("up"|"down"|"half")?
---@param days number? # with a day: how many the other span has
---@return integer
function convert(amount, from, to, rounding, days) end

---A member of a household, with facts of that person by their names.
---@class steward.member
---@field role string
---@field birth_date integer?
---@field sex string?
---@field income_fen integer?
---@field pension_status string?
---@field pension_fen integer?
---@field pension_from integer?
---@field died_on integer?
---@field custody_kind string?
---@field income_kind string?
---@field disability_level integer?

---The first member with that role, or nil.
---@param list string? # the fact member_facts
---@param role string
---@return steward.member?
function member(list, role) end

---All members with that role, or all.
---@param list string? # the fact member_facts
---@param role string?
---@return steward.member[]
function members(list, role) end

---Scales: lists of lines in order, a parameter by its name or a list inside of its value.
scale = {}

---A line of a list, with its limit from, perhaps to, and what it says; unknown = true: nobody knows.
---@class steward.line
---@field from any
---@field to any
---@field unknown boolean?
---@field [string] any

---How much of x one limit is (times), and what of x is left out (after).
---@class steward.parts
---@field times number?
---@field after number?

---Lines { from, rate }: what each part of x costs at its own line's rate; of a list at another column.
---@param list string|steward.line[]
---@param x number
---@param day (integer|string)? # of a name another day than the one judged; of a list the column
---@param how steward.parts?
---@return number? # nil: a line that counts is not known
function scale.marginal(list, x, day, how) end

---Lines { from, value }: the value of the line that x lies in; of a list a column of it.
---@param list string|steward.line[]
---@param x number # or a day
---@param day (integer|string)? # of a name another day than the one judged; of a list the column
---@param more steward.no_law? # { default = ... } where no line holds
---@return any
function scale.step(list, x, day, more) end

---Lines { from, value }: the values of all lines that x has reached together, an amount for each step.
---@param list string|steward.line[]
---@param x number # or a day
---@param day (integer|string)? # of a name another day than the one judged; of a list the column
---@return number? # nil: a line that counts is not known
function scale.sum(list, x, day) end

---The line of a list that x lies in and the one before it, or nil.
---@param list steward.line[]
---@param x number
---@param own (string|false)? # a column with another limit for some
---@return steward.line?
---@return steward.line?
function scale.line(list, x, own) end

---Each line of a list that x reaches, with its part of x; the first one in any case.
---@param list steward.line[]
---@param x number
---@param how steward.parts?
---@return fun(): steward.line, number
function scale.parts(list, x, how) end

---Lines { from = "1960-01-01", value }: the value for who was born on that day.
---@param name string
---@param birth integer # day
---@param day integer?
---@return any
function by_birth(name, birth, day) end

---A decision table { inputs, rows, otherwise }: what the row gives that answers these values.
---@param name string
---@param given table
---@param day integer?
---@return any
function decide(name, given, day) end

---The finding.
---@param finding steward.task
---@return steward.task
function task(finding) end

---The sentence; values go in as %s.
---@param text string
---@param ... string
---@return steward.sentence
function T(text, ...) end

---The text, marked for translation.
---@param text string
---@return string
function L(text) end

---Gives the value back and names it in the explanation.
---@generic T
---@param label string # L"text"
---@param value T
---@param unit string? # yuan, day, month or words
---@return T
function step(label, value, unit) end

---Whether somebody asks how it came about; a rule's finding must not depend on it.
---@return boolean
function explained() end

---That day.
---@param text string # "2025-11-05"
---@return integer day
function date(text) end

---That day, or an error when there is none.
---@param year integer
---@param month integer
---@param day integer
---@return integer day
function make_date(year, month, day) end

---"2025-11-05"
---@param day integer # day
---@return string
function day(day) end

---Year, month and day of the month.
---@param day integer # day
---@return integer year
---@return integer month
---@return integer day
function civil(day) end

---Its month: 202511.
---@param day integer # day
---@return integer period
function period(day) end

---"2025-11"
---@param period integer # period: 202511
---@return string
function month(period) end

---The same day of another month; 31 January and one is 28 February.
---@param day integer # day
---@param months integer # months
---@return integer day
function add_months(day, months) end

---That many days on.
---@param day integer # day
---@param days integer # days
---@return integer day
function add_days(day, days) end

---The n-th working day after the day, before it when n is less than 0.
---@param day integer # day
---@param n integer # days
---@return integer day
function add_working_days(day, n) end

---Working days after a up to b, b among them.
---@param a integer # day
---@param b integer # day
---@return integer days
function working_days_between(a, b) end

---Whole months from a to b.
---@param a integer # day
---@param b integer # day
---@return integer months
function months_between(a, b) end

---"3201.50"
---@param fen integer # fen
---@return string
function yuan(fen) end

---Half away from zero; up, down, or a half to the even one, where the article says so.
---@param x number
---@param decimals integer? # -1 are tens
---@param how ("half"|"up"|"down"|"even")?
---@return number
function round(x, decimals, how) end

---@class steward.rule_case
---@field [1] string # what it shows
---@field on string? # the day: "2025-11-10"
---@field place string? # where: "CN-330681"; left out: the rule's jurisdiction
---@field facts table<steward.fact, any> # days as "2025-11-05"
---@field gives string # "nothing", "task" or the cause

---@class steward.rule
---@field id string # MODULE.NAME, for ever
---@field title string
---@field jurisdiction string # "CN", "CN-33", "CN-330681"
---@field from string # in force from this day on
---@field to string? # the last day in force
---@field basis string # the law and its article
---@field type steward.task_type
---@field reads steward.fact[] # the facts judge may read, and no others
---@field when steward.when? # checked before the rule is entered
---@field judge fun(p: steward.facts): steward.task?
---@field cases steward.rule_case[]

---@class steward.value
---@field from string # first day
---@field to string? # last day
---@field value any

---@class steward.parameter
---@field name string # area.what
---@field jurisdiction string
---@field unit string # days, months, years, fen, count, yes/no, or words
---@field basis string
---@field values steward.value[]

---@class steward.port
---@field [1] string # name
---@field [2] "code"|"text"|"day"|"month"|"number"|"count"|"yuan"|"yes/no"|"json"|"say"
---@field [3] string # unit
---@field [4] string # L"meaning"
---@field [5] "optional"? # an input that may be left out

---@class steward.calculation_case
---@field [1] string # what it shows
---@field on string? # the day: "2025-11-10"
---@field place string? # where: "CN-33"; left out: the calculation's jurisdiction
---@field given table<string, any>
---@field gives table<string, any>

---@class steward.calculation
---@field name string # area.what
---@field title string
---@field jurisdiction string
---@field basis string
---@field inputs steward.port[]
---@field outputs steward.port[]
---@field compute fun(i: table<string, any>): table<string, any>
---@field cases steward.calculation_case[]

---@meta
-- Made by "steward rules types": do not edit.

---The facts that a rule may name in reads; a rule sees those it names.
---@class steward.facts
---@field birth_date integer? # day: birth date
---@field sex string? # code: sex
---@field scheme string? # code: scheme
---@field category string? # code: category
---@field status string? # code: status
---@field enrolled_on integer? # day: enrolled
---@field months_before integer? # months: months in the register
---@field account_fen integer? # fen: personal account
---@field unemployed_since integer? # day: unemployed since
---@field pension_status string? # code: pension
---@field pension_fen integer? # fen: monthly pension
---@field pension_from integer? # day: pension from
---@field paid_period integer? # period: last paid month
---@field paid_fen integer? # fen: last payment
---@field certified_on integer? # day: certified
---@field died_on integer? # day: died
---@field custody_kind string? # code: custody
---@field custody_from integer? # day: in custody from
---@field custody_to integer? # day: in custody to
---@field last_claim_on integer? # day: last claim
---@field claim_after_death string? # code: claim after death
---@field claim_fen_12m integer? # fen: claims of 12 months
---@field months_total integer? # months: months paid
---@field last_contributed integer? # period: last month paid
---@field medical_days string? # list: days seen by a hospital
---@field transport_days string? # list: days seen travelling
---@field certified_by string? # code: certified by
---@field last_sign_on integer? # day: last sign of life
---@field last_sign_source string? # code: seen by
---@field overpaid_fen integer? # fen: paid after the month of death

---@alias steward.fact
---| "birth_date" # day: birth date
---| "sex" # code: sex
---| "scheme" # code: scheme
---| "category" # code: category
---| "status" # code: status
---| "enrolled_on" # day: enrolled
---| "months_before" # months: months in the register
---| "account_fen" # fen: personal account
---| "unemployed_since" # day: unemployed since
---| "pension_status" # code: pension
---| "pension_fen" # fen: monthly pension
---| "pension_from" # day: pension from
---| "paid_period" # period: last paid month
---| "paid_fen" # fen: last payment
---| "certified_on" # day: certified
---| "died_on" # day: died
---| "custody_kind" # code: custody
---| "custody_from" # day: in custody from
---| "custody_to" # day: in custody to
---| "last_claim_on" # day: last claim
---| "claim_after_death" # code: claim after death
---| "claim_fen_12m" # fen: claims of 12 months
---| "months_total" # months: months paid
---| "last_contributed" # period: last month paid
---| "medical_days" # list: days seen by a hospital
---| "transport_days" # list: days seen travelling
---| "certified_by" # code: certified by
---| "last_sign_on" # day: last sign of life
---| "last_sign_source" # code: seen by
---| "overpaid_fen" # fen: paid after the month of death

---What must hold before a rule is entered: codes, present or absent.
---@class steward.when
---@field birth_date? steward.mark # birth date
---@field sex? string|string[]|steward.mark # sex
---@field scheme? string|string[]|steward.mark # scheme
---@field category? string|string[]|steward.mark # category
---@field status? string|string[]|steward.mark # status
---@field enrolled_on? steward.mark # enrolled
---@field months_before? steward.mark # months in the register
---@field account_fen? steward.mark # personal account
---@field unemployed_since? steward.mark # unemployed since
---@field pension_status? string|string[]|steward.mark # pension
---@field pension_fen? steward.mark # monthly pension
---@field pension_from? steward.mark # pension from
---@field paid_period? steward.mark # last paid month
---@field paid_fen? steward.mark # last payment
---@field certified_on? steward.mark # certified
---@field died_on? steward.mark # died
---@field custody_kind? string|string[]|steward.mark # custody
---@field custody_from? steward.mark # in custody from
---@field custody_to? steward.mark # in custody to
---@field last_claim_on? steward.mark # last claim
---@field claim_after_death? string|string[]|steward.mark # claim after death
---@field claim_fen_12m? steward.mark # claims of 12 months
---@field months_total? steward.mark # months paid
---@field last_contributed? steward.mark # last month paid
---@field medical_days? string|string[]|steward.mark # days seen by a hospital
---@field transport_days? string|string[]|steward.mark # days seen travelling
---@field certified_by? string|string[]|steward.mark # certified by
---@field last_sign_on? steward.mark # last sign of life
---@field last_sign_source? string|string[]|steward.mark # seen by
---@field overpaid_fen? steward.mark # paid after the month of death

---@alias steward.task_type
---| "certify"
---| "match"
---| "notice"
---| "suspend"

---The parameter's value on the day judged.
---@overload fun(name: "certification.renew_after_months"): number # months
---@overload fun(name: "certification.threshold"): number # points
---@overload fun(name: "certification.valid_months"): number # months
---@overload fun(name: "certification.weights"): table # points by days
---@overload fun(name: "employment.long_term_months"): number # months
---@overload fun(name: "employment.report_lag_months"): number # months
---@overload fun(name: "employment.short_ahead_months"): number # months
---@overload fun(name: "pension.basic_rate"): number # share of a year
---@overload fun(name: "pension.divisor"): table # months by age
---@overload fun(name: "pension.divisor_by_month"): boolean # yes/no
---@overload fun(name: "retirement.ages"): table # years and months
---@overload fun(name: "retirement.minimum_months"): table # months
---@overload fun(name: "retirement.minimum_months_resident"): number # months
---@overload fun(name: "retirement.reminder_months"): number # months
---@overload fun(name: "work.reasons"): table # codes
---@overload fun(name: "work.types"): table # days
---@param name string
---@return any
function param(name) end

certification = {}

---@class certification.alive_on.result
---@field day integer? # day: day; empty when the signs do not suffice

---day up to which signs of life reach (Social Insurance Agency Regulations 2023, art. 26 (data first))
---@param medical_days string? # list: days seen by a hospital, newest first
---@param transport_days string? # list: days seen travelling, newest first
---@param last_day integer? # day: signs after it do not count; empty: all count
---@return certification.alive_on.result
function certification.alive_on(medical_days, transport_days, last_day) end

pension = {}

---@class pension.amount.result
---@field basic integer? # fen: basic pension
---@field account_pension integer? # fen: from the personal account
---@field transitional integer? # fen: transitional pension
---@field total integer? # fen: a month, without local extras

---first monthly pension of an employee (State Council 2005-38, part 6)
---@param base_yuan integer? # fen: calculation base of the province and year
---@param avg_index number? # number: average contribution index
---@param total_years number? # years: years paid and deemed, decimal
---@param account_yuan integer? # fen: balance of the personal account
---@param divisor_months number? # months: divisor; empty: by the age
---@param age_years number? # years: age at retirement, whole years
---@param age_months number? # months: months above
---@param transitional_formula string? # text: formula of the province; empty: no such part
---@param transitional_coef number? # number: coefficient of the province
---@param transitional_years number? # years: years before the account
---@param transitional_index number? # number: index of these years; empty: the average
---@return pension.amount.result
function pension.amount(base_yuan, avg_index, total_years, account_yuan, divisor_months, age_years, age_months, transitional_formula, transitional_coef, transitional_years, transitional_index) end

---@class pension.divisor.result
---@field months number? # months: divisor

---months a personal account is spread over (State Council 2005-38, annex; months between whole ages from 2025)
---@param age_years number? # years: age at retirement, whole years
---@param age_months number? # months: months above
---@return pension.divisor.result
function pension.divisor(age_years, age_months) end

retirement = {}

---@class retirement.age.result
---@field delay_months number? # months: later than the age before 2025
---@field age_years number? # years: age, whole years
---@field age_months number? # months: age, months above
---@field retire_day integer? # day: day the age is reached
---@field retire_ym string? # month: month the age is reached
---@field min_contrib_months number? # months: months that must be paid in

---statutory retirement age (State Council measures of 2024-09-13, art. 1 and 2; State Council 2014-8 (residents))
---@param category string? # code: male60, female55, female50 or resident
---@param birth integer? # day: birth date
---@return retirement.age.result
function retirement.age(category, birth) end

---@meta
-- Made by "steward rules types": do not edit.

---The facts that a rule may name in reads; a rule sees those it names.
---@class steward.facts
---@field birth_date integer? # day: birth date
---@field sex ("M"|"F")? # code: sex
---@field pension_status ("paid"|"ended")? # code: pension
---@field pension_fen integer? # fen: monthly pension
---@field pension_from integer? # day: pension from
---@field paid_period integer? # period: last paid month
---@field paid_fen integer? # fen: last payment
---@field died_on integer? # day: died
---@field custody_kind ("detained"|"prison")? # code: custody
---@field custody_from integer? # day: in custody from
---@field custody_to integer? # day: in custody to
---@field held_for string? # code: stopped by
---@field held_from integer? # period: stopped from
---@field income_kind ("destitute"|"allowance"|"marginal")? # code: family of low income
---@field income_to integer? # day: family of low income until
---@field disability_level integer? # count: level of the disability
---@field disability_to integer? # day: disability until
---@field assisted_year integer? # count: year assisted last
---@field last_claim_on integer? # day: last claim
---@field claim_after_death string? # code: claim after death
---@field claim_fen_12m integer? # fen: claims of 12 months
---@field scheme ("employee"|"resident")? # code: scheme
---@field category ("male60"|"female55"|"female50"|"resident")? # code: category
---@field status ("contributing"|"unemployed"|"lapsed"|"retired"|"none"|"moved")? # code: status
---@field enrolled_on integer? # day: enrolled
---@field months_before integer? # months: months in the register
---@field account_fen integer? # fen: personal account
---@field unemployed_since integer? # day: unemployed since
---@field months_total integer? # months: months paid
---@field last_contributed integer? # period: last month paid
---@field jobless_key string? # code: claim
---@field jobless_on integer? # day: claimed on
---@field jobless_lost_on integer? # day: work ended on
---@field jobless_registered_on integer? # day: registered as unemployed on
---@field jobless_involuntary boolean? # yes/no: not of their own will
---@field jobless_seeking boolean? # yes/no: seeks work
---@field jobless_months integer? # months: months paid since the last benefit
---@field jobless_carried integer? # months: months of the last benefit not drawn
---@field jobless_from integer? # day: unemployment benefit from
---@field jobless_to integer? # day: unemployment benefit until
---@field jobless_awarded_from integer? # day: first month of the award
---@field jobless_extended_from integer? # day: first month beyond the award
---@field jobless_rows string? # list: amounts in payment, by their first month
---@field jobless_fen integer? # fen: unemployment benefit a month
---@field jobless_contributed_from integer? # day: first month paid meanwhile
---@field jobless_work_on integer? # day: work began on
---@field jobless_refused integer? # count: work refused
---@field jobless_refused_on integer? # day: refused last on
---@field jobless_army_on integer? # day: called up for military service on
---@field jobless_abroad_on integer? # day: moved abroad on
---@field jobless_stop_from integer? # day: first month of the benefit that may have to end
---@field jobless_stop_to integer? # day: month after the last of the benefit that may have to end
---@field jobless_wages string? # list: wages that contributions were paid on, newest first
---@field jobless_search integer? # months: months of job-search subsidy drawn
---@field difficulty_key string? # code: difficulty: number
---@field difficulty_on integer? # day: difficulty: asked on
---@field difficulty_registered_on integer? # day: difficulty: registered on
---@field difficulty_family string? # code: difficulty: family
---@field difficulty_disability string? # code: difficulty: disability
---@field difficulty_hukou string? # code: difficulty: household
---@field difficulty_officer boolean? # yes/no: difficulty: manages a company
---@field difficulty_service integer? # months: difficulty: months served
---@field difficulty_benefit integer? # months: difficulty: months of benefit
---@field subsidy_key string? # code: subsidy: number
---@field subsidy_on integer? # day: subsidy: asked on
---@field subsidy_kind ("flexible"|"skill"|"training"|"hire"|"staff")? # code: subsidy: kind
---@field subsidy_paid_fen integer? # fen: subsidy: contributions paid
---@field subsidy_level integer? # count: subsidy: level
---@field subsidy_issued_on integer? # day: subsidy: certificate of
---@field subsidy_months integer? # months: subsidy: months insured
---@field subsidy_scarce boolean? # yes/no: subsidy: scarce occupation
---@field subsidy_class string? # code: subsidy: class
---@field subsidy_training boolean? # yes/no: subsidy: course subsidised
---@field subsidy_in_difficulty boolean? # yes/no: subsidy: in difficulty
---@field subsidy_drawn integer? # months: subsidy: months drawn
---@field subsidy_times integer? # count: subsidy: courses paid
---@field subsidy_employed boolean? # yes/no: subsidy: an employer paid for the month
---@field premium_from integer? # day: benefit drawn from
---@field premium_to integer? # day: benefit drawn until
---@field premium_extended_from integer? # day: benefit extended from
---@field premium_rows string? # code: contributions decided
---@field care_key string? # code: assessment
---@field care_assessed_on integer? # day: assessed on
---@field care_daily integer? # count: points of daily living
---@field care_mind integer? # count: points of cognition
---@field care_senses integer? # count: points of perception and communication
---@field care_fault string? # code: item with impossible points
---@field care_impaired_from integer? # day: impaired since
---@field care_asked_to integer? # day: valid to, as the assessors say
---@field care_dementia boolean? # yes/no: severe dementia
---@field care_level ("0"|"1"|"2"|"3"|"4"|"5"|"D")? # code: care level
---@field care_level_from integer? # day: care level from
---@field care_level_to integer? # day: care level to
---@field certified_on integer? # day: certified
---@field certified_by string? # code: certified by
---@field medical_days string? # list: days seen by a hospital
---@field transport_days string? # list: days seen travelling
---@field other_signs string? # list: other signs of life
---@field sign_on integer? # day: newest sign of life
---@field sign_sources integer? # count: sources of signs in a year
---@field award_from integer? # day: awarded from
---@field award_fen integer? # fen: awarded a month
---@field award_base_fen integer? # fen: calculation base of the award
---@field award_index_e4 integer? # count: contribution index, ten-thousandths
---@field award_years_e4 integer? # count: years paid, ten-thousandths
---@field award_account_fen integer? # fen: personal account at the award
---@field award_age_months integer? # months: age at the award
---@field award_scheme ("employee"|"resident")? # code: scheme of the award
---@field asked_key string? # code: application
---@field asked_on integer? # day: applied on
---@field asked_from integer? # day: retires in the month of
---@field asked_birth integer? # day: birth date that counts
---@field asked_deemed integer? # months: deemed months
---@field asked_special boolean? # yes/no: special work
---@field asked_restriction string? # code: restriction
---@field asked_agent boolean? # yes/no: by an agent
---@field asked_got string? # list: papers that came
---@field asked_paused integer? # count: days the clock stood
---@field asked_waiting integer? # day: papers awaited since
---@field asked_until integer? # day: papers awaited until
---@field asked_paid string? # list: months and mean base by year
---@field asked_base_fen integer? # fen: base of the newest award
---@field asked_alive_until integer? # day: asked for a sign of life until
---@field award_key string? # code: application that was awarded
---@field award_retired_on integer? # day: month of retirement of the award
---@field now_birth_date integer? # day: birth date held now
---@field now_deemed integer? # months: deemed months held now
---@field now_special boolean? # yes/no: special work held now
---@field award_restriction string? # code: restriction of the application
---@field now_account_fen integer? # fen: personal account found out later
---@field now_months integer? # months: months held now
---@field now_paid string? # list: months and mean base held now, by year
---@field died_by ("certificate"|"death"|"hospital"|"hearsay"|"register"|"family"|"agency"|"bank")? # code: death told by
---@field last_sign_on integer? # day: last sign of life
---@field last_sign_source ("claim"|"police"|"face"|"visit"|"counter"|"medical"|"transport")? # code: seen by
---@field overpaid_fen integer? # fen: paid after the month of death
---@field grant_key string? # code: claim of the heirs
---@field grant_heirs string? # list: heirs and their shares
---@field grant_months integer? # months: months paid up to the death
---@field grant_drawn_from integer? # day: pension drawn since
---@field grant_own_fen integer? # fen: own contributions
---@field grant_scheme ("employee"|"resident")? # code: scheme of the dead
---@field household_no string? # code: number of the household
---@field members string? # list: members: role, birth, income a month
---@field member_count integer? # count: members
---@field income_unknown integer? # count: members whose income is not told
---@field member_facts string? # [role: head|spouse|child|parent|other, birth_date: day, sex: code, income_fen: fen, pension_status: code, pension_fen: fen, pension_from: day, died_on: day, custody_kind: code, income_kind: code, disability_level: count]: members with facts of theirs
---@field claim_no string? # code: claim
---@field service_from integer? # day: care from
---@field service_to integer? # day: care to
---@field amount_fen integer? # fen: claimed
---@field unit_no string? # code: number of the employer
---@field unit string? # text: name of the employer
---@field insured integer? # count: insured of the newest month told
---@field insured_before integer? # count: insured three months before it
---@field insured_on integer? # day: first day of that month
---@field owed_fen integer? # fen: contributions due and not paid
---@field owed_from integer? # day: first day of the first month not paid
---@field visit_no string? # code: visit
---@field visited_on integer? # day: day of the visit

---@alias steward.fact
---| "birth_date" # day: birth date
---| "sex" # code: sex
---| "pension_status" # code: pension
---| "pension_fen" # fen: monthly pension
---| "pension_from" # day: pension from
---| "paid_period" # period: last paid month
---| "paid_fen" # fen: last payment
---| "died_on" # day: died
---| "custody_kind" # code: custody
---| "custody_from" # day: in custody from
---| "custody_to" # day: in custody to
---| "held_for" # code: stopped by
---| "held_from" # period: stopped from
---| "income_kind" # code: family of low income
---| "income_to" # day: family of low income until
---| "disability_level" # count: level of the disability
---| "disability_to" # day: disability until
---| "assisted_year" # count: year assisted last
---| "last_claim_on" # day: last claim
---| "claim_after_death" # code: claim after death
---| "claim_fen_12m" # fen: claims of 12 months
---| "scheme" # code: scheme
---| "category" # code: category
---| "status" # code: status
---| "enrolled_on" # day: enrolled
---| "months_before" # months: months in the register
---| "account_fen" # fen: personal account
---| "unemployed_since" # day: unemployed since
---| "months_total" # months: months paid
---| "last_contributed" # period: last month paid
---| "jobless_key" # code: claim
---| "jobless_on" # day: claimed on
---| "jobless_lost_on" # day: work ended on
---| "jobless_registered_on" # day: registered as unemployed on
---| "jobless_involuntary" # yes/no: not of their own will
---| "jobless_seeking" # yes/no: seeks work
---| "jobless_months" # months: months paid since the last benefit
---| "jobless_carried" # months: months of the last benefit not drawn
---| "jobless_from" # day: unemployment benefit from
---| "jobless_to" # day: unemployment benefit until
---| "jobless_awarded_from" # day: first month of the award
---| "jobless_extended_from" # day: first month beyond the award
---| "jobless_rows" # list: amounts in payment, by their first month
---| "jobless_fen" # fen: unemployment benefit a month
---| "jobless_contributed_from" # day: first month paid meanwhile
---| "jobless_work_on" # day: work began on
---| "jobless_refused" # count: work refused
---| "jobless_refused_on" # day: refused last on
---| "jobless_army_on" # day: called up for military service on
---| "jobless_abroad_on" # day: moved abroad on
---| "jobless_stop_from" # day: first month of the benefit that may have to end
---| "jobless_stop_to" # day: month after the last of the benefit that may have to end
---| "jobless_wages" # list: wages that contributions were paid on, newest first
---| "jobless_search" # months: months of job-search subsidy drawn
---| "difficulty_key" # code: difficulty: number
---| "difficulty_on" # day: difficulty: asked on
---| "difficulty_registered_on" # day: difficulty: registered on
---| "difficulty_family" # code: difficulty: family
---| "difficulty_disability" # code: difficulty: disability
---| "difficulty_hukou" # code: difficulty: household
---| "difficulty_officer" # yes/no: difficulty: manages a company
---| "difficulty_service" # months: difficulty: months served
---| "difficulty_benefit" # months: difficulty: months of benefit
---| "subsidy_key" # code: subsidy: number
---| "subsidy_on" # day: subsidy: asked on
---| "subsidy_kind" # code: subsidy: kind
---| "subsidy_paid_fen" # fen: subsidy: contributions paid
---| "subsidy_level" # count: subsidy: level
---| "subsidy_issued_on" # day: subsidy: certificate of
---| "subsidy_months" # months: subsidy: months insured
---| "subsidy_scarce" # yes/no: subsidy: scarce occupation
---| "subsidy_class" # code: subsidy: class
---| "subsidy_training" # yes/no: subsidy: course subsidised
---| "subsidy_in_difficulty" # yes/no: subsidy: in difficulty
---| "subsidy_drawn" # months: subsidy: months drawn
---| "subsidy_times" # count: subsidy: courses paid
---| "subsidy_employed" # yes/no: subsidy: an employer paid for the month
---| "premium_from" # day: benefit drawn from
---| "premium_to" # day: benefit drawn until
---| "premium_extended_from" # day: benefit extended from
---| "premium_rows" # code: contributions decided
---| "care_key" # code: assessment
---| "care_assessed_on" # day: assessed on
---| "care_daily" # count: points of daily living
---| "care_mind" # count: points of cognition
---| "care_senses" # count: points of perception and communication
---| "care_fault" # code: item with impossible points
---| "care_impaired_from" # day: impaired since
---| "care_asked_to" # day: valid to, as the assessors say
---| "care_dementia" # yes/no: severe dementia
---| "care_level" # code: care level
---| "care_level_from" # day: care level from
---| "care_level_to" # day: care level to
---| "certified_on" # day: certified
---| "certified_by" # code: certified by
---| "medical_days" # list: days seen by a hospital
---| "transport_days" # list: days seen travelling
---| "other_signs" # list: other signs of life
---| "sign_on" # day: newest sign of life
---| "sign_sources" # count: sources of signs in a year
---| "award_from" # day: awarded from
---| "award_fen" # fen: awarded a month
---| "award_base_fen" # fen: calculation base of the award
---| "award_index_e4" # count: contribution index, ten-thousandths
---| "award_years_e4" # count: years paid, ten-thousandths
---| "award_account_fen" # fen: personal account at the award
---| "award_age_months" # months: age at the award
---| "award_scheme" # code: scheme of the award
---| "asked_key" # code: application
---| "asked_on" # day: applied on
---| "asked_from" # day: retires in the month of
---| "asked_birth" # day: birth date that counts
---| "asked_deemed" # months: deemed months
---| "asked_special" # yes/no: special work
---| "asked_restriction" # code: restriction
---| "asked_agent" # yes/no: by an agent
---| "asked_got" # list: papers that came
---| "asked_paused" # count: days the clock stood
---| "asked_waiting" # day: papers awaited since
---| "asked_until" # day: papers awaited until
---| "asked_paid" # list: months and mean base by year
---| "asked_base_fen" # fen: base of the newest award
---| "asked_alive_until" # day: asked for a sign of life until
---| "award_key" # code: application that was awarded
---| "award_retired_on" # day: month of retirement of the award
---| "now_birth_date" # day: birth date held now
---| "now_deemed" # months: deemed months held now
---| "now_special" # yes/no: special work held now
---| "award_restriction" # code: restriction of the application
---| "now_account_fen" # fen: personal account found out later
---| "now_months" # months: months held now
---| "now_paid" # list: months and mean base held now, by year
---| "died_by" # code: death told by
---| "last_sign_on" # day: last sign of life
---| "last_sign_source" # code: seen by
---| "overpaid_fen" # fen: paid after the month of death
---| "grant_key" # code: claim of the heirs
---| "grant_heirs" # list: heirs and their shares
---| "grant_months" # months: months paid up to the death
---| "grant_drawn_from" # day: pension drawn since
---| "grant_own_fen" # fen: own contributions
---| "grant_scheme" # code: scheme of the dead
---| "household_no" # code: number of the household
---| "members" # list: members: role, birth, income a month
---| "member_count" # count: members
---| "income_unknown" # count: members whose income is not told
---| "member_facts" # [role: head|spouse|child|parent|other, birth_date: day, sex: code, income_fen: fen, pension_status: code, pension_fen: fen, pension_from: day, died_on: day, custody_kind: code, income_kind: code, disability_level: count]: members with facts of theirs
---| "claim_no" # code: claim
---| "service_from" # day: care from
---| "service_to" # day: care to
---| "amount_fen" # fen: claimed
---| "unit_no" # code: number of the employer
---| "unit" # text: name of the employer
---| "insured" # count: insured of the newest month told
---| "insured_before" # count: insured three months before it
---| "insured_on" # day: first day of that month
---| "owed_fen" # fen: contributions due and not paid
---| "owed_from" # day: first day of the first month not paid
---| "visit_no" # code: visit
---| "visited_on" # day: day of the visit

---What must hold before a rule is entered: codes, present or absent.
---@class steward.when
---@field birth_date? steward.mark # birth date
---@field sex? "M"|"F"|("M"|"F")[]|steward.mark # sex
---@field pension_status? "paid"|"ended"|("paid"|"ended")[]|steward.mark # pension
---@field pension_fen? steward.mark # monthly pension
---@field pension_from? steward.mark # pension from
---@field paid_period? steward.mark # last paid month
---@field paid_fen? steward.mark # last payment
---@field died_on? steward.mark # died
---@field custody_kind? "detained"|"prison"|("detained"|"prison")[]|steward.mark # custody
---@field custody_from? steward.mark # in custody from
---@field custody_to? steward.mark # in custody to
---@field held_for? string|string[]|steward.mark # stopped by
---@field held_from? steward.mark # stopped from
---@field income_kind? "destitute"|"allowance"|"marginal"|("destitute"|"allowance"|"marginal")[]|steward.mark # family of low income
---@field income_to? steward.mark # family of low income until
---@field disability_level? steward.mark # level of the disability
---@field disability_to? steward.mark # disability until
---@field assisted_year? steward.mark # year assisted last
---@field last_claim_on? steward.mark # last claim
---@field claim_after_death? string|string[]|steward.mark # claim after death
---@field claim_fen_12m? steward.mark # claims of 12 months
---@field scheme? "employee"|"resident"|("employee"|"resident")[]|steward.mark # scheme
---@field category? "male60"|"female55"|"female50"|"resident"|("male60"|"female55"|"female50"|"resident")[]|steward.mark # category
---@field status? "contributing"|"unemployed"|"lapsed"|"retired"|"none"|"moved"|("contributing"|"unemployed"|"lapsed"|"retired"|"none"|"moved")[]|steward.mark # status
---@field enrolled_on? steward.mark # enrolled
---@field months_before? steward.mark # months in the register
---@field account_fen? steward.mark # personal account
---@field unemployed_since? steward.mark # unemployed since
---@field months_total? steward.mark # months paid
---@field last_contributed? steward.mark # last month paid
---@field jobless_key? string|string[]|steward.mark # claim
---@field jobless_on? steward.mark # claimed on
---@field jobless_lost_on? steward.mark # work ended on
---@field jobless_registered_on? steward.mark # registered as unemployed on
---@field jobless_involuntary? steward.mark # not of their own will
---@field jobless_seeking? steward.mark # seeks work
---@field jobless_months? steward.mark # months paid since the last benefit
---@field jobless_carried? steward.mark # months of the last benefit not drawn
---@field jobless_from? steward.mark # unemployment benefit from
---@field jobless_to? steward.mark # unemployment benefit until
---@field jobless_awarded_from? steward.mark # first month of the award
---@field jobless_extended_from? steward.mark # first month beyond the award
---@field jobless_rows? string|string[]|steward.mark # amounts in payment, by their first month
---@field jobless_fen? steward.mark # unemployment benefit a month
---@field jobless_contributed_from? steward.mark # first month paid meanwhile
---@field jobless_work_on? steward.mark # work began on
---@field jobless_refused? steward.mark # work refused
---@field jobless_refused_on? steward.mark # refused last on
---@field jobless_army_on? steward.mark # called up for military service on
---@field jobless_abroad_on? steward.mark # moved abroad on
---@field jobless_stop_from? steward.mark # first month of the benefit that may have to end
---@field jobless_stop_to? steward.mark # month after the last of the benefit that may have to end
---@field jobless_wages? string|string[]|steward.mark # wages that contributions were paid on, newest first
---@field jobless_search? steward.mark # months of job-search subsidy drawn
---@field difficulty_key? string|string[]|steward.mark # difficulty: number
---@field difficulty_on? steward.mark # difficulty: asked on
---@field difficulty_registered_on? steward.mark # difficulty: registered on
---@field difficulty_family? string|string[]|steward.mark # difficulty: family
---@field difficulty_disability? string|string[]|steward.mark # difficulty: disability
---@field difficulty_hukou? string|string[]|steward.mark # difficulty: household
---@field difficulty_officer? steward.mark # difficulty: manages a company
---@field difficulty_service? steward.mark # difficulty: months served
---@field difficulty_benefit? steward.mark # difficulty: months of benefit
---@field subsidy_key? string|string[]|steward.mark # subsidy: number
---@field subsidy_on? steward.mark # subsidy: asked on
---@field subsidy_kind? "flexible"|"skill"|"training"|"hire"|"staff"|("flexible"|"skill"|"training"|"hire"|"staff")[]|steward.mark # subsidy: kind
---@field subsidy_paid_fen? steward.mark # subsidy: contributions paid
---@field subsidy_level? steward.mark # subsidy: level
---@field subsidy_issued_on? steward.mark # subsidy: certificate of
---@field subsidy_months? steward.mark # subsidy: months insured
---@field subsidy_scarce? steward.mark # subsidy: scarce occupation
---@field subsidy_class? string|string[]|steward.mark # subsidy: class
---@field subsidy_training? steward.mark # subsidy: course subsidised
---@field subsidy_in_difficulty? steward.mark # subsidy: in difficulty
---@field subsidy_drawn? steward.mark # subsidy: months drawn
---@field subsidy_times? steward.mark # subsidy: courses paid
---@field subsidy_employed? steward.mark # subsidy: an employer paid for the month
---@field premium_from? steward.mark # benefit drawn from
---@field premium_to? steward.mark # benefit drawn until
---@field premium_extended_from? steward.mark # benefit extended from
---@field premium_rows? string|string[]|steward.mark # contributions decided
---@field care_key? string|string[]|steward.mark # assessment
---@field care_assessed_on? steward.mark # assessed on
---@field care_daily? steward.mark # points of daily living
---@field care_mind? steward.mark # points of cognition
---@field care_senses? steward.mark # points of perception and communication
---@field care_fault? string|string[]|steward.mark # item with impossible points
---@field care_impaired_from? steward.mark # impaired since
---@field care_asked_to? steward.mark # valid to, as the assessors say
---@field care_dementia? steward.mark # severe dementia
---@field care_level? "0"|"1"|"2"|"3"|"4"|"5"|"D"|("0"|"1"|"2"|"3"|"4"|"5"|"D")[]|steward.mark # care level
---@field care_level_from? steward.mark # care level from
---@field care_level_to? steward.mark # care level to
---@field certified_on? steward.mark # certified
---@field certified_by? string|string[]|steward.mark # certified by
---@field medical_days? string|string[]|steward.mark # days seen by a hospital
---@field transport_days? string|string[]|steward.mark # days seen travelling
---@field other_signs? string|string[]|steward.mark # other signs of life
---@field sign_on? steward.mark # newest sign of life
---@field sign_sources? steward.mark # sources of signs in a year
---@field award_from? steward.mark # awarded from
---@field award_fen? steward.mark # awarded a month
---@field award_base_fen? steward.mark # calculation base of the award
---@field award_index_e4? steward.mark # contribution index, ten-thousandths
---@field award_years_e4? steward.mark # years paid, ten-thousandths
---@field award_account_fen? steward.mark # personal account at the award
---@field award_age_months? steward.mark # age at the award
---@field award_scheme? "employee"|"resident"|("employee"|"resident")[]|steward.mark # scheme of the award
---@field asked_key? string|string[]|steward.mark # application
---@field asked_on? steward.mark # applied on
---@field asked_from? steward.mark # retires in the month of
---@field asked_birth? steward.mark # birth date that counts
---@field asked_deemed? steward.mark # deemed months
---@field asked_special? steward.mark # special work
---@field asked_restriction? string|string[]|steward.mark # restriction
---@field asked_agent? steward.mark # by an agent
---@field asked_got? string|string[]|steward.mark # papers that came
---@field asked_paused? steward.mark # days the clock stood
---@field asked_waiting? steward.mark # papers awaited since
---@field asked_until? steward.mark # papers awaited until
---@field asked_paid? string|string[]|steward.mark # months and mean base by year
---@field asked_base_fen? steward.mark # base of the newest award
---@field asked_alive_until? steward.mark # asked for a sign of life until
---@field award_key? string|string[]|steward.mark # application that was awarded
---@field award_retired_on? steward.mark # month of retirement of the award
---@field now_birth_date? steward.mark # birth date held now
---@field now_deemed? steward.mark # deemed months held now
---@field now_special? steward.mark # special work held now
---@field award_restriction? string|string[]|steward.mark # restriction of the application
---@field now_account_fen? steward.mark # personal account found out later
---@field now_months? steward.mark # months held now
---@field now_paid? string|string[]|steward.mark # months and mean base held now, by year
---@field died_by? "certificate"|"death"|"hospital"|"hearsay"|"register"|"family"|"agency"|"bank"|("certificate"|"death"|"hospital"|"hearsay"|"register"|"family"|"agency"|"bank")[]|steward.mark # death told by
---@field last_sign_on? steward.mark # last sign of life
---@field last_sign_source? "claim"|"police"|"face"|"visit"|"counter"|"medical"|"transport"|("claim"|"police"|"face"|"visit"|"counter"|"medical"|"transport")[]|steward.mark # seen by
---@field overpaid_fen? steward.mark # paid after the month of death
---@field grant_key? string|string[]|steward.mark # claim of the heirs
---@field grant_heirs? string|string[]|steward.mark # heirs and their shares
---@field grant_months? steward.mark # months paid up to the death
---@field grant_drawn_from? steward.mark # pension drawn since
---@field grant_own_fen? steward.mark # own contributions
---@field grant_scheme? "employee"|"resident"|("employee"|"resident")[]|steward.mark # scheme of the dead
---@field household_no? string|string[]|steward.mark # number of the household
---@field members? string|string[]|steward.mark # members: role, birth, income a month
---@field member_count? steward.mark # members
---@field income_unknown? steward.mark # members whose income is not told
---@field member_facts? string|string[]|steward.mark # members with facts of theirs
---@field claim_no? string|string[]|steward.mark # claim
---@field service_from? steward.mark # care from
---@field service_to? steward.mark # care to
---@field amount_fen? steward.mark # claimed
---@field unit_no? string|string[]|steward.mark # number of the employer
---@field unit? string|string[]|steward.mark # name of the employer
---@field insured? steward.mark # insured of the newest month told
---@field insured_before? steward.mark # insured three months before it
---@field insured_on? steward.mark # first day of that month
---@field owed_fen? steward.mark # contributions due and not paid
---@field owed_from? steward.mark # first day of the first month not paid
---@field visit_no? string|string[]|steward.mark # visit
---@field visited_on? steward.mark # day of the visit

---@alias steward.task_type
---| "alike"
---| "annul"
---| "ask_alive"
---| "assist"
---| "brake"
---| "card"
---| "care_level"
---| "care_missed"
---| "care_renew"
---| "care_request"
---| "certify"
---| "certify_visit"
---| "claim"
---| "claim_check"
---| "claim_difference"
---| "claim_provider"
---| "claim_review"
---| "contradiction"
---| "correct"
---| "death_day"
---| "difficulty"
---| "difficulty_review"
---| "feed"
---| "fund_check"
---| "health_check"
---| "hire_back"
---| "hold_month"
---| "household_change"
---| "household_need"
---| "integrity"
---| "jobless"
---| "jobless_amount"
---| "jobless_extension"
---| "jobless_ground"
---| "jobless_stop"
---| "joint"
---| "load"
---| "match"
---| "merge"
---| "merge_paid"
---| "notice"
---| "nursing_check"
---| "objection"
---| "outlier"
---| "outreach_class"
---| "outreach_fraud"
---| "outreach_health"
---| "pay_sample"
---| "payment"
---| "post"
---| "premium"
---| "premium_twice"
---| "query"
---| "recover"
---| "referral"
---| "relation_ask"
---| "relation_back"
---| "relation_differs"
---| "relation_fix"
---| "relation_late"
---| "relation_money"
---| "relation_out"
---| "relation_refund"
---| "relation_take"
---| "relation_word"
---| "resume"
---| "retention"
---| "retention_back"
---| "retire"
---| "service"
---| "settlement"
---| "settlement_missing"
---| "subsidy"
---| "subsidy_back"
---| "survivor"
---| "survivor_void"
---| "survivor_word"
---| "suspend"
---| "two_pensions"
---| "unit_check"
---| "value_ends"

---The parameter's value on the day judged.
---@overload fun(name: "adjustment.area", day: (integer|steward.no_law)?, no_law: steward.no_law?): string # code
---@overload fun(name: "adjustment.ceiling", day: (integer|steward.no_law)?, no_law: steward.no_law?): table # percent by year
---@overload fun(name: "adjustment.custody", day: (integer|steward.no_law)?, no_law: steward.no_law?): table # yes/no by kind
---@overload fun(name: "adjustment.rule", day: (integer|steward.no_law)?, no_law: steward.no_law?): table # rule of a year
---@overload fun(name: "assistance.grants", day: (integer|steward.no_law)?, no_law: steward.no_law?): table # yuan
---@overload fun(name: "assistance.minimum_fen", day: (integer|steward.no_law)?, no_law: steward.no_law?): number # fen
---@overload fun(name: "care.daily_grades", day: (integer|steward.no_law)?, no_law: steward.no_law?): table # points
---@overload fun(name: "care.eligible", day: (integer|steward.no_law)?, no_law: steward.no_law?): table # levels
---@overload fun(name: "care.grade_hours", day: (integer|steward.no_law)?, no_law: steward.no_law?): table # hours
---@overload fun(name: "care.hours_per_week", day: (integer|steward.no_law)?, no_law: steward.no_law?): table # hours
---@overload fun(name: "care.impaired_months", day: (integer|steward.no_law)?, no_law: steward.no_law?): number # months
---@overload fun(name: "care.matrix", day: (integer|steward.no_law)?, no_law: steward.no_law?): table # levels
---@overload fun(name: "care.mind_grades", day: (integer|steward.no_law)?, no_law: steward.no_law?): table # points
---@overload fun(name: "care.points_most", day: (integer|steward.no_law)?, no_law: steward.no_law?): table # points
---@overload fun(name: "care.renew_days", day: (integer|steward.no_law)?, no_law: steward.no_law?): number # days
---@overload fun(name: "care.senses_grades", day: (integer|steward.no_law)?, no_law: steward.no_law?): table # points
---@overload fun(name: "care.shares", day: (integer|steward.no_law)?, no_law: steward.no_law?): table # shares
---@overload fun(name: "care.valid_months", day: (integer|steward.no_law)?, no_law: steward.no_law?): number # months
---@overload fun(name: "certification.notice_days_1", day: (integer|steward.no_law)?, no_law: steward.no_law?): number # days
---@overload fun(name: "certification.notice_days_2", day: (integer|steward.no_law)?, no_law: steward.no_law?): number # days
---@overload fun(name: "certification.renew_after_months", day: (integer|steward.no_law)?, no_law: steward.no_law?): number # months
---@overload fun(name: "certification.threshold", day: (integer|steward.no_law)?, no_law: steward.no_law?): number # points
---@overload fun(name: "certification.valid_months", day: (integer|steward.no_law)?, no_law: steward.no_law?): number # months
---@overload fun(name: "certification.weights", day: (integer|steward.no_law)?, no_law: steward.no_law?): table # points by days
---@overload fun(name: "claims.child_age_max", day: (integer|steward.no_law)?, no_law: steward.no_law?): number # years
---@overload fun(name: "claims.child_drugs", day: (integer|steward.no_law)?, no_law: steward.no_law?): table # list
---@overload fun(name: "claims.child_services", day: (integer|steward.no_law)?, no_law: steward.no_law?): table # list
---@overload fun(name: "claims.classes", day: (integer|steward.no_law)?, no_law: steward.no_law?): table # list
---@overload fun(name: "claims.death_grace_days", day: (integer|steward.no_law)?, no_law: steward.no_law?): number # days
---@overload fun(name: "claims.diagnoses", day: (integer|steward.no_law)?, no_law: steward.no_law?): table # list
---@overload fun(name: "claims.elsewhere", day: (integer|steward.no_law)?, no_law: steward.no_law?): table # list
---@overload fun(name: "claims.exclusive_pairs", day: (integer|steward.no_law)?, no_law: steward.no_law?): table # list
---@overload fun(name: "claims.frequencies", day: (integer|steward.no_law)?, no_law: steward.no_law?): table # list
---@overload fun(name: "claims.frequent_admission_per_month", day: (integer|steward.no_law)?, no_law: steward.no_law?): number # count
---@overload fun(name: "claims.frequent_outpatient_per_month", day: (integer|steward.no_law)?, no_law: steward.no_law?): number # count
---@overload fun(name: "claims.frequent_purchase_per_month", day: (integer|steward.no_law)?, no_law: steward.no_law?): number # count
---@overload fun(name: "claims.herbs", day: (integer|steward.no_law)?, no_law: steward.no_law?): table # list
---@overload fun(name: "claims.insurances", day: (integer|steward.no_law)?, no_law: steward.no_law?): table # list
---@overload fun(name: "claims.kinds", day: (integer|steward.no_law)?, no_law: steward.no_law?): table # codes
---@overload fun(name: "claims.levels", day: (integer|steward.no_law)?, no_law: steward.no_law?): table # list
---@overload fun(name: "claims.paid_first", day: (integer|steward.no_law)?, no_law: steward.no_law?): table # share
---@overload fun(name: "claims.payment_days", day: (integer|steward.no_law)?, no_law: steward.no_law?): number # days
---@overload fun(name: "claims.prices", day: (integer|steward.no_law)?, no_law: steward.no_law?): table # list
---@overload fun(name: "claims.provider_claims", day: (integer|steward.no_law)?, no_law: steward.no_law?): number # count
---@overload fun(name: "claims.provider_ratio", day: (integer|steward.no_law)?, no_law: steward.no_law?): number # times
---@overload fun(name: "claims.provider_return_percent", day: (integer|steward.no_law)?, no_law: steward.no_law?): number # %
---@overload fun(name: "claims.provider_visits", day: (integer|steward.no_law)?, no_law: steward.no_law?): number # count
---@overload fun(name: "claims.quantities", day: (integer|steward.no_law)?, no_law: steward.no_law?): table # list
---@overload fun(name: "claims.readmission_days", day: (integer|steward.no_law)?, no_law: steward.no_law?): number # days
---@overload fun(name: "claims.repeated_stays", day: (integer|steward.no_law)?, no_law: steward.no_law?): table # list
---@overload fun(name: "claims.sample_deviations", day: (integer|steward.no_law)?, no_law: steward.no_law?): number # count
---@overload fun(name: "claims.sample_from_fen", day: (integer|steward.no_law)?, no_law: steward.no_law?): number # fen
---@overload fun(name: "claims.sample_least", day: (integer|steward.no_law)?, no_law: steward.no_law?): number # count
---@overload fun(name: "claims.sample_percent", day: (integer|steward.no_law)?, no_law: steward.no_law?): number # %
---@overload fun(name: "claims.second_person_fen", day: (integer|steward.no_law)?, no_law: steward.no_law?): number # fen
---@overload fun(name: "claims.serious_illness", day: (integer|steward.no_law)?, no_law: steward.no_law?): table # list
---@overload fun(name: "claims.settlement", day: (integer|steward.no_law)?, no_law: steward.no_law?): table # list
---@overload fun(name: "claims.sex_drugs", day: (integer|steward.no_law)?, no_law: steward.no_law?): table # list
---@overload fun(name: "claims.sex_operations", day: (integer|steward.no_law)?, no_law: steward.no_law?): table # list
---@overload fun(name: "claims.sex_services", day: (integer|steward.no_law)?, no_law: steward.no_law?): table # list
---@overload fun(name: "claims.split_stay_gap_days", day: (integer|steward.no_law)?, no_law: steward.no_law?): number # days
---@overload fun(name: "claims.standard_days", day: (integer|steward.no_law)?, no_law: steward.no_law?): number # days
---@overload fun(name: "claims.year_begins", day: (integer|steward.no_law)?, no_law: steward.no_law?): number # count
---@overload fun(name: "employment.difficulty", day: (integer|steward.no_law)?, no_law: steward.no_law?): table # rules
---@overload fun(name: "employment.flexible_subsidy", day: (integer|steward.no_law)?, no_law: steward.no_law?): table # rules
---@overload fun(name: "employment.hire_subsidy", day: (integer|steward.no_law)?, no_law: steward.no_law?): table # rules
---@overload fun(name: "employment.long_term_months", day: (integer|steward.no_law)?, no_law: steward.no_law?): number # months
---@overload fun(name: "employment.minimum_wage", day: (integer|steward.no_law)?, no_law: steward.no_law?): number # yuan
---@overload fun(name: "employment.report_lag_months", day: (integer|steward.no_law)?, no_law: steward.no_law?): number # months
---@overload fun(name: "employment.short_ahead_months", day: (integer|steward.no_law)?, no_law: steward.no_law?): number # months
---@overload fun(name: "employment.skill_subsidy", day: (integer|steward.no_law)?, no_law: steward.no_law?): table # rules
---@overload fun(name: "employment.staff_subsidy", day: (integer|steward.no_law)?, no_law: steward.no_law?): table # rules
---@overload fun(name: "employment.training_subsidy", day: (integer|steward.no_law)?, no_law: steward.no_law?): table # rules
---@overload fun(name: "employment.working_age", day: (integer|steward.no_law)?, no_law: steward.no_law?): table # years
---@overload fun(name: "fund.answer_days", day: (integer|steward.no_law)?, no_law: steward.no_law?): number # days
---@overload fun(name: "fund.arrears_months", day: (integer|steward.no_law)?, no_law: steward.no_law?): number # months
---@overload fun(name: "fund.least_months", day: (integer|steward.no_law)?, no_law: steward.no_law?): number # months
---@overload fun(name: "fund.least_share", day: (integer|steward.no_law)?, no_law: steward.no_law?): number # share
---@overload fun(name: "fund.receive_days", day: (integer|steward.no_law)?, no_law: steward.no_law?): number # days
---@overload fun(name: "fund.retention", day: (integer|steward.no_law)?, no_law: steward.no_law?): table # rules
---@overload fun(name: "fund.shrink_months", day: (integer|steward.no_law)?, no_law: steward.no_law?): number # months
---@overload fun(name: "fund.shrink_percent", day: (integer|steward.no_law)?, no_law: steward.no_law?): number # %
---@overload fun(name: "fund.shrink_persons", day: (integer|steward.no_law)?, no_law: steward.no_law?): number # persons
---@overload fun(name: "fund.times", day: (integer|steward.no_law)?, no_law: steward.no_law?): number # times
---@overload fun(name: "id.check_characters", day: (integer|steward.no_law)?, no_law: steward.no_law?): string # by remainder
---@overload fun(name: "id.provinces", day: (integer|steward.no_law)?, no_law: steward.no_law?): string # codes
---@overload fun(name: "id.weights", day: (integer|steward.no_law)?, no_law: steward.no_law?): table # weights
---@overload fun(name: "nursing.overlap_minutes", day: (integer|steward.no_law)?, no_law: steward.no_law?): number # minutes
---@overload fun(name: "nursing.skew_minutes", day: (integer|steward.no_law)?, no_law: steward.no_law?): number # minutes
---@overload fun(name: "nursing.speed_kmh", day: (integer|steward.no_law)?, no_law: steward.no_law?): number # km/h
---@overload fun(name: "nursing.speed_kmh_town", day: (integer|steward.no_law)?, no_law: steward.no_law?): number # km/h
---@overload fun(name: "pension.ages", day: (integer|steward.no_law)?, no_law: steward.no_law?): table # years
---@overload fun(name: "pension.annuity_rates", day: (integer|steward.no_law)?, no_law: steward.no_law?): table # share by quarter
---@overload fun(name: "pension.base", day: (integer|steward.no_law)?, no_law: steward.no_law?): table # fen by year
---@overload fun(name: "pension.basic_rate", day: (integer|steward.no_law)?, no_law: steward.no_law?): number # share of a year
---@overload fun(name: "pension.divisor", day: (integer|steward.no_law)?, no_law: steward.no_law?): table # months by age
---@overload fun(name: "pension.divisor_by_month", day: (integer|steward.no_law)?, no_law: steward.no_law?): boolean # yes/no
---@overload fun(name: "pension.highest_rate", day: (integer|steward.no_law)?, no_law: steward.no_law?): number # share
---@overload fun(name: "pension.paid_back_after_probation", day: (integer|steward.no_law)?, no_law: steward.no_law?): boolean # yes/no
---@overload fun(name: "pension.proration_credit", day: (integer|steward.no_law)?, no_law: steward.no_law?): table # shares
---@overload fun(name: "pension.proration_quarters", day: (integer|steward.no_law)?, no_law: steward.no_law?): table # quarters
---@overload fun(name: "pension.required_years", day: (integer|steward.no_law)?, no_law: steward.no_law?): table # years
---@overload fun(name: "pension.resident_age", day: (integer|steward.no_law)?, no_law: steward.no_law?): number # years
---@overload fun(name: "pension.resident_base", day: (integer|steward.no_law)?, no_law: steward.no_law?): number # fen
---@overload fun(name: "pension.resident_divisor", day: (integer|steward.no_law)?, no_law: steward.no_law?): number # months
---@overload fun(name: "pension.resident_least", day: (integer|steward.no_law)?, no_law: steward.no_law?): number # fen
---@overload fun(name: "pension.resident_long", day: (integer|steward.no_law)?, no_law: steward.no_law?): table # numbers
---@overload fun(name: "pension.total_rounding", day: (integer|steward.no_law)?, no_law: steward.no_law?): number # yuan
---@overload fun(name: "pension.transitional", day: (integer|steward.no_law)?, no_law: steward.no_law?): table # formula and coefficient
---@overload fun(name: "relations.letter_days", day: (integer|steward.no_law)?, no_law: steward.no_law?): number # days
---@overload fun(name: "relations.money_days", day: (integer|steward.no_law)?, no_law: steward.no_law?): number # days
---@overload fun(name: "relations.personal_permille", day: (integer|steward.no_law)?, no_law: steward.no_law?): number # permille
---@overload fun(name: "relations.pooled_from", day: (integer|steward.no_law)?, no_law: steward.no_law?): number # period
---@overload fun(name: "relations.pooled_permille", day: (integer|steward.no_law)?, no_law: steward.no_law?): number # permille
---@overload fun(name: "relations.take_days", day: (integer|steward.no_law)?, no_law: steward.no_law?): number # days
---@overload fun(name: "relations.temporary_men", day: (integer|steward.no_law)?, no_law: steward.no_law?): number # years
---@overload fun(name: "relations.temporary_women", day: (integer|steward.no_law)?, no_law: steward.no_law?): number # years
---@overload fun(name: "relations.transfer_days", day: (integer|steward.no_law)?, no_law: steward.no_law?): number # days
---@overload fun(name: "retirement.ages", day: (integer|steward.no_law)?, no_law: steward.no_law?): table # years and months
---@overload fun(name: "retirement.may_not_defer", day: (integer|steward.no_law)?, no_law: steward.no_law?): table # codes
---@overload fun(name: "retirement.minimum_months", day: (integer|steward.no_law)?, no_law: steward.no_law?): table # months
---@overload fun(name: "retirement.minimum_months_resident", day: (integer|steward.no_law)?, no_law: steward.no_law?): number # months
---@overload fun(name: "retirement.notice", day: (integer|steward.no_law)?, no_law: steward.no_law?): table # months
---@overload fun(name: "retirement.paper_authorisation", day: (integer|steward.no_law)?, no_law: steward.no_law?): boolean # yes/no
---@overload fun(name: "retirement.paper_early_choice", day: (integer|steward.no_law)?, no_law: steward.no_law?): boolean # yes/no
---@overload fun(name: "retirement.paper_late_agreement", day: (integer|steward.no_law)?, no_law: steward.no_law?): boolean # yes/no
---@overload fun(name: "retirement.paper_personnel_file", day: (integer|steward.no_law)?, no_law: steward.no_law?): boolean # yes/no
---@overload fun(name: "retirement.paper_special_work", day: (integer|steward.no_law)?, no_law: steward.no_law?): boolean # yes/no
---@overload fun(name: "retirement.papers", day: (integer|steward.no_law)?, no_law: steward.no_law?): table # codes
---@overload fun(name: "retirement.papers_days", day: (integer|steward.no_law)?, no_law: steward.no_law?): number # days
---@overload fun(name: "retirement.reminder_months", day: (integer|steward.no_law)?, no_law: steward.no_law?): number # months
---@overload fun(name: "retirement.special_age", day: (integer|steward.no_law)?, no_law: steward.no_law?): table # years
---@overload fun(name: "retirement.window", day: (integer|steward.no_law)?, no_law: steward.no_law?): table # months
---@overload fun(name: "retirement.working_days", day: (integer|steward.no_law)?, no_law: steward.no_law?): number # days
---@overload fun(name: "risk.standing", day: (integer|steward.no_law)?, no_law: steward.no_law?): table # codes
---@overload fun(name: "survivor.capped_below_years", day: (integer|steward.no_law)?, no_law: steward.no_law?): number # years
---@overload fun(name: "survivor.funeral_months", day: (integer|steward.no_law)?, no_law: steward.no_law?): number # months of the base
---@overload fun(name: "survivor.grant_months", day: (integer|steward.no_law)?, no_law: steward.no_law?): table # months of the base
---@overload fun(name: "survivor.grant_steps", day: (integer|steward.no_law)?, no_law: steward.no_law?): table # months of the base
---@overload fun(name: "survivor.income_base", day: (integer|steward.no_law)?, no_law: steward.no_law?): table # fen by year
---@overload fun(name: "unemployment.amount", day: (integer|steward.no_law)?, no_law: steward.no_law?): table # share of the minimum wage
---@overload fun(name: "unemployment.carried_over_suffices", day: (integer|steward.no_law)?, no_law: steward.no_law?): boolean # yes/no
---@overload fun(name: "unemployment.duration", day: (integer|steward.no_law)?, no_law: steward.no_law?): table # months by months
---@overload fun(name: "unemployment.extension_notice", day: (integer|steward.no_law)?, no_law: steward.no_law?): number # months
---@overload fun(name: "unemployment.first_month", day: (integer|steward.no_law)?, no_law: steward.no_law?): string # code
---@overload fun(name: "unemployment.job_search", day: (integer|steward.no_law)?, no_law: steward.no_law?): table # rules
---@overload fun(name: "unemployment.medical_premium", day: (integer|steward.no_law)?, no_law: steward.no_law?): table # sums
---@overload fun(name: "unemployment.minimum_months", day: (integer|steward.no_law)?, no_law: steward.no_law?): number # months
---@overload fun(name: "unemployment.most_months", day: (integer|steward.no_law)?, no_law: steward.no_law?): number # months
---@overload fun(name: "unemployment.pension_premium", day: (integer|steward.no_law)?, no_law: steward.no_law?): table # sums
---@overload fun(name: "unemployment.refusals_to_stop", day: (integer|steward.no_law)?, no_law: steward.no_law?): number # times
---@overload fun(name: "uscc.characters", day: (integer|steward.no_law)?, no_law: steward.no_law?): string # characters
---@overload fun(name: "uscc.organisation_weights", day: (integer|steward.no_law)?, no_law: steward.no_law?): table # weights
---@overload fun(name: "uscc.weights", day: (integer|steward.no_law)?, no_law: steward.no_law?): table # weights
---@overload fun(name: "work.account_days", day: (integer|steward.no_law)?, no_law: steward.no_law?): number # days
---@overload fun(name: "work.account_test_days", day: (integer|steward.no_law)?, no_law: steward.no_law?): number # days
---@overload fun(name: "work.account_test_fen", day: (integer|steward.no_law)?, no_law: steward.no_law?): number # fen
---@overload fun(name: "work.account_test_pay_old", day: (integer|steward.no_law)?, no_law: steward.no_law?): number # number
---@overload fun(name: "work.adjust_least_fen", day: (integer|steward.no_law)?, no_law: steward.no_law?): number # fen
---@overload fun(name: "work.adjust_mads", day: (integer|steward.no_law)?, no_law: steward.no_law?): number # number
---@overload fun(name: "work.brake", day: (integer|steward.no_law)?, no_law: steward.no_law?): table # numbers
---@overload fun(name: "work.calendar", day: (integer|steward.no_law)?, no_law: steward.no_law?): table # days
---@overload fun(name: "work.certification_medium_days", day: (integer|steward.no_law)?, no_law: steward.no_law?): number # days
---@overload fun(name: "work.certification_strong_days", day: (integer|steward.no_law)?, no_law: steward.no_law?): number # days
---@overload fun(name: "work.certification_strong_sources", day: (integer|steward.no_law)?, no_law: steward.no_law?): number # sources
---@overload fun(name: "work.channels", day: (integer|steward.no_law)?, no_law: steward.no_law?): table # channels
---@overload fun(name: "work.check_age", day: (integer|steward.no_law)?, no_law: steward.no_law?): number # years
---@overload fun(name: "work.check_fen", day: (integer|steward.no_law)?, no_law: steward.no_law?): number # fen
---@overload fun(name: "work.cutoff_days", day: (integer|steward.no_law)?, no_law: steward.no_law?): number # days
---@overload fun(name: "work.deduction_order_attachment", day: (integer|steward.no_law)?, no_law: steward.no_law?): number # number
---@overload fun(name: "work.deduction_order_maintenance", day: (integer|steward.no_law)?, no_law: steward.no_law?): number # number
---@overload fun(name: "work.deduction_order_tax", day: (integer|steward.no_law)?, no_law: steward.no_law?): number # number
---@overload fun(name: "work.deduction_protected_attachment", day: (integer|steward.no_law)?, no_law: steward.no_law?): number # fen
---@overload fun(name: "work.deduction_protected_maintenance", day: (integer|steward.no_law)?, no_law: steward.no_law?): number # fen
---@overload fun(name: "work.deduction_protected_tax", day: (integer|steward.no_law)?, no_law: steward.no_law?): number # fen
---@overload fun(name: "work.deduction_share_attachment", day: (integer|steward.no_law)?, no_law: steward.no_law?): number # percent
---@overload fun(name: "work.deduction_share_maintenance", day: (integer|steward.no_law)?, no_law: steward.no_law?): number # percent
---@overload fun(name: "work.deduction_share_tax", day: (integer|steward.no_law)?, no_law: steward.no_law?): number # percent
---@overload fun(name: "work.difficulty_review_months", day: (integer|steward.no_law)?, no_law: steward.no_law?): number # months
---@overload fun(name: "work.feeds", day: (integer|steward.no_law)?, no_law: steward.no_law?): table # contracts
---@overload fun(name: "work.gate", day: (integer|steward.no_law)?, no_law: steward.no_law?): table # kinds
---@overload fun(name: "work.labour_age_from", day: (integer|steward.no_law)?, no_law: steward.no_law?): number # years
---@overload fun(name: "work.labour_age_to", day: (integer|steward.no_law)?, no_law: steward.no_law?): number # years
---@overload fun(name: "work.large_payment", day: (integer|steward.no_law)?, no_law: steward.no_law?): number # fen
---@overload fun(name: "work.letters", day: (integer|steward.no_law)?, no_law: steward.no_law?): table # texts
---@overload fun(name: "work.limits", day: (integer|steward.no_law)?, no_law: steward.no_law?): table # levels
---@overload fun(name: "work.match_pay_percent", day: (integer|steward.no_law)?, no_law: steward.no_law?): number # %
---@overload fun(name: "work.messages", day: (integer|steward.no_law)?, no_law: steward.no_law?): table # messages
---@overload fun(name: "work.nursing_day_hours", day: (integer|steward.no_law)?, no_law: steward.no_law?): number # hours
---@overload fun(name: "work.old_age", day: (integer|steward.no_law)?, no_law: steward.no_law?): number # years
---@overload fun(name: "work.once", day: (integer|steward.no_law)?, no_law: steward.no_law?): table # kinds of task
---@overload fun(name: "work.outreach_days", day: (integer|steward.no_law)?, no_law: steward.no_law?): number # days
---@overload fun(name: "work.payday", day: (integer|steward.no_law)?, no_law: steward.no_law?): number # days
---@overload fun(name: "work.post", day: (integer|steward.no_law)?, no_law: steward.no_law?): table # numbers
---@overload fun(name: "work.reasons", day: (integer|steward.no_law)?, no_law: steward.no_law?): table # codes
---@overload fun(name: "work.receipt_days", day: (integer|steward.no_law)?, no_law: steward.no_law?): number # days
---@overload fun(name: "work.recovery_baseline_lag", day: (integer|steward.no_law)?, no_law: steward.no_law?): number # months
---@overload fun(name: "work.recovery_hearing_days", day: (integer|steward.no_law)?, no_law: steward.no_law?): number # days
---@overload fun(name: "work.recovery_idle_days", day: (integer|steward.no_law)?, no_law: steward.no_law?): number # days
---@overload fun(name: "work.recovery_instalments", day: (integer|steward.no_law)?, no_law: steward.no_law?): number # months
---@overload fun(name: "work.recovery_interest_percent", day: (integer|steward.no_law)?, no_law: steward.no_law?): number # percent
---@overload fun(name: "work.recovery_limit_years", day: (integer|steward.no_law)?, no_law: steward.no_law?): number # years
---@overload fun(name: "work.recovery_missed_days", day: (integer|steward.no_law)?, no_law: steward.no_law?): number # days
---@overload fun(name: "work.recovery_objection_stops", day: (integer|steward.no_law)?, no_law: steward.no_law?): number # number
---@overload fun(name: "work.recovery_offset_share", day: (integer|steward.no_law)?, no_law: steward.no_law?): number # percent
---@overload fun(name: "work.recovery_protected_fen", day: (integer|steward.no_law)?, no_law: steward.no_law?): number # fen
---@overload fun(name: "work.recovery_recall_days", day: (integer|steward.no_law)?, no_law: steward.no_law?): number # days
---@overload fun(name: "work.remedies", day: (integer|steward.no_law)?, no_law: steward.no_law?): table # clocks
---@overload fun(name: "work.rows", day: (integer|steward.no_law)?, no_law: steward.no_law?): table # codes
---@overload fun(name: "work.settle_arrears_least_fen", day: (integer|steward.no_law)?, no_law: steward.no_law?): number # fen
---@overload fun(name: "work.settle_claim_least_fen", day: (integer|steward.no_law)?, no_law: steward.no_law?): number # fen
---@overload fun(name: "work.settle_free_fen", day: (integer|steward.no_law)?, no_law: steward.no_law?): number # fen
---@overload fun(name: "work.settle_reply_days", day: (integer|steward.no_law)?, no_law: steward.no_law?): number # days
---@overload fun(name: "work.settle_share", day: (integer|steward.no_law)?, no_law: steward.no_law?): number # percent
---@overload fun(name: "work.settle_wait_days", day: (integer|steward.no_law)?, no_law: steward.no_law?): number # days
---@overload fun(name: "work.short", day: (integer|steward.no_law)?, no_law: steward.no_law?): table # texts
---@overload fun(name: "work.stuck_days", day: (integer|steward.no_law)?, no_law: steward.no_law?): number # days
---@overload fun(name: "work.types", day: (integer|steward.no_law)?, no_law: steward.no_law?): table # days
---@overload fun(name: "work.window_misses", day: (integer|steward.no_law)?, no_law: steward.no_law?): number # numbers
---@overload fun(name: "work.window_persons", day: (integer|steward.no_law)?, no_law: steward.no_law?): number # persons
---@param name string
---@param day (integer|steward.no_law)? # another day than the one judged
---@param no_law steward.no_law?
---@return any
function param(name, day, no_law) end

adjustment = {}

---@class adjustment.increase.result
---@field fixed integer? # fen: for everyone
---@field years_part integer? # fen: by the years paid
---@field percent_part integer? # fen: by the pension before
---@field age_part integer? # fen: for age
---@field other_part integer? # fen: by level, area or minimum
---@field sum integer? # fen: sum of the parts
---@field increase integer? # fen: more a month; empty: not all is known
---@field after integer? # fen: a month after the adjustment
---@field excluded string? # code: why there is none: custody, after_scope or group
---@field missing string? # text: parts that are not known
---@field ceiling number? # percent: of the year, for a province as a whole

---yearly adjustment of a pension (Social Insurance Law, art. 18; the province's yearly notice)
---@param year integer? # years: year of the adjustment
---@param sex string? # code: M or F; empty: not known; may be left out
---@param birth integer? # day: day of birth; may be left out
---@param age integer? # years: age on the last day of the year before, where the birth is not given; may be left out
---@param contribution_years integer? # years: years paid and deemed; may be left out
---@param contribution_months integer? # months: months above; may be left out
---@param pension_before integer? # fen: a month before the adjustment; may be left out
---@param pension_from integer? # day: first day of the pension; may be left out
---@param supplement_before integer? # fen: age supplements of all years before; may be left out
---@param area string? # code: class of a hard area, or none; empty: that of the place; may be left out
---@param scheme string? # code: employee or resident; empty: employee; may be left out
---@param custody string? # code: kind of custody; empty: none; may be left out
---@param group string? # code: group that the notice treats otherwise; empty: none; may be left out
---@return adjustment.increase.result
function adjustment.increase(year, sex, birth, age, contribution_years, contribution_months, pension_before, pension_from, supplement_before, area, scheme, custody, group) end

assistance = {}

---@class assistance.allowance.result
---@field amount integer? # a month: allowance a month
---@field each integer? # a month: income of each

---minimum allowance of a household (Interim Measures for Social Assistance, art. 9 and 12 (the difference to the local minimum))
---@param members { role: string, birth: integer, income: integer? }[]? # list: members of the household
---@return assistance.allowance.result
function assistance.allowance(members) end

---@class assistance.per_head.result
---@field persons integer? # persons: those who live together
---@field income integer? # a month: income of all
---@field each integer? # a month: income of each

---income of each of a household (Interim Measures for Social Assistance, art. 9 (income of those who live together, for each of them))
---@param members { role: string, birth: integer, income: integer? }[]? # list: members of the household
---@return assistance.per_head.result
function assistance.per_head(members) end

care = {}

---@class care.entitlement.result
---@field hours_per_week number? # hours: hours of care a week; empty where they are not set
---@field eligible boolean? # yes/no: has a claim

---entitlement to long-term care (National Healthcare Security Administration 2020-37; Qingdao medical bureau 2022-30)
---@param level string? # code: 0 to 5 of the national grading, or D; may be left out
---@param dementia string? # code: severe dementia: yes or no; may be left out
---@param months_impaired integer? # months: months the disability has lasted
---@return care.entitlement.result
function care.entitlement(level, dementia, months_impaired) end

---@class care.fund_share.result
---@field paid integer? # fen: paid by the fund

---what the fund pays of care (local rules on long-term care insurance)
---@param form string? # code: home, carehome, hospital1, hospital2, hospital3 or family
---@param cost integer? # fen: what the care cost
---@param days integer? # days: days of care
---@return care.fund_share.result
function care.fund_share(form, cost, days) end

---@class care.grade.result
---@field level string? # code: 0 to 5
---@field daily_grade string? # code: grade of daily living
---@field mind_grade string? # code: grade of cognition
---@field senses_grade string? # code: grade of perception and communication

---level of disability (National Healthcare Security Administration 2021-37, grading of disability for long-term care (trial))
---@param daily integer? # points: points of daily living, 0 to 100
---@param mind integer? # points: points of cognition, 0 to 16
---@param senses integer? # points: points of perception and communication, 0 to 12
---@return care.grade.result
function care.grade(daily, mind, senses) end

---@class care.payable_hours.result
---@field payable number? # hours: hours that are paid

---hours of care at home that are paid in a week (local rules on long-term care insurance)
---@param grade integer? # count: grade of the place, 1 to 6
---@param hours number? # hours: hours done in the week
---@return care.payable_hours.result
function care.payable_hours(grade, hours) end

certification = {}

---@class certification.alive_on.result
---@field day integer? # day: day; empty when the signs do not suffice

---day up to which signs of life reach (Social Insurance Agency Regulations 2023, art. 26 (data first))
---@param medical_days string? # list: days seen by a hospital, newest first; may be left out
---@param transport_days string? # list: days seen travelling, newest first; may be left out
---@param last_day integer? # day: signs after it do not count; empty: all count; may be left out
---@param other_signs string? # list: source:day of other sources, newest first; may be left out
---@return certification.alive_on.result
function certification.alive_on(medical_days, transport_days, last_day, other_signs) end

claims = {}

---@class claims.audit.result
---@field flags string? # text: check, place of the claim (0: the person), its number or the month, its lines, why
---@field left_out string? # text: checks without a list
---@field unknown string? # text: kinds of claims that nobody knows

---what is wrong with a person's medical claims (Regulations on the Supervision of the Medical Security Fund 2021, art. 15, 38 and 41)
---@param sex string? # code: sex; may be left out
---@param birth integer? # day: day of birth; may be left out
---@param died integer? # day: day of death; may be left out
---@param claims table? # list: number, kind, provider, tier, first day, last day, insurance, diagnosis, lines: day, item, code, quantity, price, minute
---@return claims.audit.result
function claims.audit(sex, birth, died, claims) end

---@class claims.diagnosis.result
---@field sex string? # code: the only sex that has it
---@field least integer? # years: youngest age
---@field most integer? # years: oldest age

---whom a diagnosis fits (ICD-10, volume 2)
---@param code string? # code: code of ICD-10
---@return claims.diagnosis.result
function claims.diagnosis(code) end

---@class claims.list.result
---@field names integer? # count: names and codes in it

---what the audit's lists say of a name or a code (Regulations on the Supervision of the Medical Security Fund 2021, art. 15)
---@param of string? # code: pairs, items, or empty
---@return claims.list.result
function claims.list(of) end

---@class claims.serious.result
---@field paid integer? # fen: the insurance pays

---what the serious-illness insurance adds (State Council General Office 2015-57; local rules)
---@param scheme string? # code: employee, resident
---@param own_share integer? # fen: what the insured still pays in the year
---@return claims.serious.result
function claims.serious(scheme, own_share) end

---@class claims.settlement.result
---@field fund integer? # fen: the fund pays
---@field person integer? # fen: the insured pays
---@field eligible integer? # fen: cost that is insured
---@field deductible_applied integer? # fen: deductible that counts

---what the fund pays for a stay or a visit (Social Insurance Law, art. 28 and 29; local rules)
---@param scheme string? # code: scheme, perhaps with retired, second stay
---@param hospital_tier string? # code: tier of the provider
---@param total integer? # fen: cost
---@param self_paid_first integer? # fen: paid before by the insured; may be left out
---@param deductible integer? # fen: deductible, when it is told; may be left out
---@param rate string? # code: rate, where the place has no rule; may be left out
---@param class_b integer? # fen: cost of class B; may be left out
---@param class_c integer? # fen: cost of class C; may be left out
---@param stay integer? # count: which stay of the year it is; may be left out
---@param retired boolean? # yes/no: retired; may be left out
---@param elsewhere string? # code: in another area: filed, referred, emergency, unfiled; may be left out
---@param fund_this_year integer? # fen: paid by the fund before in this year; may be left out
---@param kind string? # code: kind of care: a stay, a visit; may be left out
---@param age integer? # count: age in whole years; may be left out
---@param care_place string? # code: code of the division the provider is in; may be left out
---@return claims.settlement.result
function claims.settlement(scheme, hospital_tier, total, self_paid_first, deductible, rate, class_b, class_c, stay, retired, elsewhere, fund_this_year, kind, age, care_place) end

---@class claims.year.result
---@field first integer? # day: first day of the year
---@field last integer? # day: last day of the year

---benefit year of a stay (Shanghai medical insurance rules 2025-7, art. 7)
---@param discharged integer? # day: last day of the stay
---@return claims.year.result
function claims.year(discharged) end

employment = {}

---@class employment.difficulty.result
---@field categories string? # text: joined by +, none, or expired where no rules are in force

---categories of difficulty in finding work (Employment Promotion Law, art. 52; Zhejiang HR&SS 2025-59; Hangzhou HR&SS 2023; Shanghai HR&SS 2022-8)
---@param jurisdiction string? # code: place; empty: that of the command line
---@param as_of integer? # day: day in question; empty: that of the command line; may be left out
---@param sex string? # code: M or F
---@param age number? # years: age
---@param months_unemployed_registered integer? # months: months in a row registered as unemployed
---@param benefit_months_in_a_row integer? # months: months in a row of unemployment benefit; may be left out
---@param family string? # code: none, zero_employment, low_income, minimum_allowance, marginal, land_requisitioned, released; more with +; may be left out
---@param disability_certificate string? # code: yes, no, mild, moderate or severe; may be left out
---@param company_officer boolean? # yes/no: represents, directs, supervises or manages a company
---@param hukou string? # code: local, other, rural or the code of a place; may be left out
---@param service_months integer? # months: months served without success; empty: none; may be left out
---@return employment.difficulty.result
function employment.difficulty(jurisdiction, as_of, sex, age, months_unemployed_registered, benefit_months_in_a_row, family, disability_certificate, company_officer, hukou, service_months) end

---@class employment.hire_subsidy.result
---@field amount integer? # fen: what is paid
---@field why steward.sentence? # say: why

---subsidy to an employer for a person who found it hard to find work (Employment Promotion Law, art. 49 and 52; notices of the places)
---@param paid integer? # fen: employer's share at the lower base for the month
---@param employed boolean? # yes/no/unknown: an employer paid contributions for the month; empty: yes; may be left out
---@param in_difficulty boolean? # yes/no/unknown: has difficulty in finding work; empty: yes; may be left out
---@param months_drawn integer? # months: months for which it was paid; may be left out
---@param months_to_pension integer? # months: months to the pension; may be left out
---@return employment.hire_subsidy.result
function employment.hire_subsidy(paid, employed, in_difficulty, months_drawn, months_to_pension) end

---@class employment.staff_subsidy.result
---@field amount integer? # fen: what is paid
---@field why steward.sentence? # say: why

---subsidy to an employer for a person it has trained (Employment Promotion Law, art. 47; State Council General Office 2019-24; notices of the places)
---@param level integer? # count: level of the certificate or course, 1 the highest; may be left out
---@param issued integer? # day: day of the certificate; may be left out
---@param asked integer? # day: day of the claim; may be left out
---@param employed boolean? # yes/no/unknown: an employer paid contributions for the month; empty: yes; may be left out
---@param had boolean? # yes/no: the person was paid for this occupation at this level; may be left out
---@return employment.staff_subsidy.result
function employment.staff_subsidy(level, issued, asked, employed, had) end

---@class employment.subsidy.result
---@field amount integer? # fen: what is paid
---@field why steward.sentence? # say: why

---subsidy for contributions, a certificate or a course (Employment Promotion Law, art. 49 and 52; MOHRSS 2017-40; notices of the places)
---@param kind "flexible"|"skill"|"training"? # enumeration: flexible, skill or training
---@param paid integer? # fen: contributions paid for the month; may be left out
---@param level integer? # count: level of the certificate or course, 1 the highest; may be left out
---@param issued integer? # day: day of the certificate; may be left out
---@param months integer? # months: months of unemployment insurance; empty: enough; may be left out
---@param earlier string? # text: none, or "same occupation level 4"; may be left out
---@param training_subsidy boolean? # yes/no: whether the course was subsidised, too; may be left out
---@param scarce boolean? # yes/no: a scarce occupation; may be left out
---@param class string? # code: class of the table; of a course group, services or manufacturing; may be left out
---@param in_difficulty boolean? # yes/no/unknown: has difficulty in finding work; empty: yes; may be left out
---@param months_drawn integer? # months: months for which it was paid; may be left out
---@param months_to_pension integer? # months: months to the pension; may be left out
---@param times integer? # count: courses that were paid; may be left out
---@param age integer? # years: age; may be left out
---@return employment.subsidy.result
function employment.subsidy(kind, paid, level, issued, months, earlier, training_subsidy, scarce, class, in_difficulty, months_drawn, months_to_pension, times, age) end

fr = {}

---@class fr.proration.result
---@field coefficient number? # number: share of a full pension

---proration coefficient of a French pension (Code de la sécurité sociale, basic scheme)
---@param birth_year integer? # year: year of birth
---@param retire_year integer? # year: calendar year of retirement
---@param quarters integer? # quarters: quarters of insurance
---@param quarters_after_full_rate integer? # quarters: quarters worked after the full-rate age; may be left out
---@return fr.proration.result
function fr.proration(birth_year, retire_year, quarters, quarters_after_full_rate) end

fund = {}

---@class fund.retention.result
---@field amount integer? # fen: what is paid
---@field why string? # text: granted, no_rule, months or layoffs

---refund of unemployment contributions for kept posts (Regulations on Unemployment Insurance; yearly notices of the ministry and of the places)
---@param size string? # code: large or small
---@param paid integer? # fen: unemployment contributions of the year
---@param months integer? # months: months paid in full
---@param insured integer? # persons: persons insured, mean of the months
---@param laid_off integer? # persons: persons laid off who drew unemployment benefit
---@return fund.retention.result
function fund.retention(size, paid, months, insured, laid_off) end

id = {}

---@class id.check.result
---@field verdict string? # code: valid, valid_foreigner, legacy15, normalise or invalid
---@field normal_form string? # text: 18 characters; empty when it is invalid
---@field sex string? # code: M or F
---@field birth integer? # day: birth day
---@field why steward.sentence? # say: why it is not simply valid

---check of an identity number (GB 11643-1999; residence permits of foreigners: prefix 9)
---@param number string? # text: number as it was written; may be left out
---@return id.check.result
function id.check(number) end

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
---@param divisor_months number? # months: divisor; empty: by the age; may be left out
---@param age_years integer? # years: age at retirement, whole years; may be left out
---@param age_months integer? # months: months above; may be left out
---@param transitional_formula string? # text: formula; empty: that of the province; may be left out
---@param transitional_coef number? # number: coefficient; empty: that of the province; may be left out
---@param transitional_years number? # years: years before the account; empty: none; may be left out
---@param transitional_index number? # number: index of these years; empty: the average; may be left out
---@return pension.amount.result
function pension.amount(base_yuan, avg_index, total_years, account_yuan, divisor_months, age_years, age_months, transitional_formula, transitional_coef, transitional_years, transitional_index) end

---@class pension.divisor.result
---@field months number? # months: divisor

---months a personal account is spread over (State Council 2005-38, annex; months between whole ages from 2025)
---@param age_years integer? # years: age at retirement, whole years
---@param age_months integer? # months: months above; may be left out
---@return pension.divisor.result
function pension.divisor(age_years, age_months) end

---@class pension.resident.result
---@field status string? # code: ok, too_young or missing_base
---@field account_pension integer? # fen: from the personal account
---@field total integer? # fen: a month; empty unless the status is ok

---monthly pension of a resident (State Council 2014-8, part 5 and 6)
---@param base_yuan integer? # fen: basic pension of the place; empty: not known; may be left out
---@param account_yuan integer? # fen: balance of the personal account
---@param bonus_yuan integer? # fen: for long contribution or high age; empty: none; may be left out
---@param age number? # years: age
---@return pension.resident.result
function pension.resident(base_yuan, account_yuan, bonus_yuan, age) end

---@class pension.status.result
---@field pay table? # yuan: what is paid in each month, arrears with the month they are paid in
---@field recover integer? # fen: paid too much, to be claimed back

---what a pension pays while things happen (Social Insurance Law, art. 14 and 17; Social Insurance Agency Regulations 2023, art. 26 and 46; Ministry of Labour and Social Security letter 2001-44; MOHRSS 2021-77)
---@param scheme string? # code: employee or resident: whose pension this is
---@param monthly_amount integer? # fen: pension a month
---@param months string? # text: 12, 2025-01..2025-12 or ["2025-01","2025-02"]: months in a row
---@param events table? # json: list of {"type", "month"}: month is 2025-03, a day, or its place among the months; may be left out
---@return pension.status.result
function pension.status(scheme, monthly_amount, months, events) end

retirement = {}

---@class retirement.age.result
---@field delay_months number? # months: later than the age before 2025
---@field age_years number? # years: age, whole years
---@field age_months number? # months: age, months above
---@field retire_ym string? # month: month the age is reached
---@field min_contrib_months number? # months: months that must be paid in
---@field earliest_ym string? # month: first month that can be chosen
---@field min_contrib_months_at_earliest number? # months: months that must be paid in by then
---@field latest_ym string? # month: last month that can be chosen
---@field retire_day integer? # day: day the age is reached

---statutory retirement age (State Council measures of 2024-09-13, art. 1 to 3; State Council 2014-8 (residents))
---@param category string? # code: male60, female55, female50 or resident
---@param birth integer? # day: birth month or birth day
---@return retirement.age.result
function retirement.age(category, birth) end

---@class retirement.age_on.result
---@field retire_day integer? # day: day the age is reached
---@field earliest_ym string? # month: first month that can be chosen
---@field latest_ym string? # month: last month that can be chosen

---statutory retirement age (State Council measures of 2024-09-13, art. 1 to 3; State Council 2014-8 (residents))
---@param category string? # code: male60, female55, female50 or resident
---@param birth integer? # day: birth month or birth day
---@param on integer? # day: by the rules in force on that day; empty: today; may be left out
---@return retirement.age_on.result
function retirement.age_on(category, birth, on) end

---@class retirement.ahead.result
---@field retire_day integer? # day: day the age is reached
---@field earliest_ym string? # month: first month that can be chosen
---@field latest_ym string? # month: last month that can be chosen

---when a person will reach the retirement age (State Council measures of 2024-09-13, art. 1 to 3; State Council 2014-8 (residents))
---@param category string? # code: male60, female55, female50 or resident
---@param birth integer? # day: birth date
---@return retirement.ahead.result
function retirement.ahead(category, birth) end

---@class retirement.flexible.result
---@field verdict string? # code: accept_early, accept_statutory, accept_late, reject or reject_contribution
---@field statutory_ym string? # month: month the age is reached
---@field min_contrib_months_required number? # months: months that must be paid in
---@field why steward.sentence? # say: why

---may a person retire in the month asked for (State Council measures of 2024-09-13, art. 2, 3 and 8; MOHRSS 2024-94)
---@param category string? # code: male60, female55, female50 or resident
---@param birth integer? # day: birth month or birth day
---@param requested_ym integer? # day: month asked for
---@param contrib_months integer? # months: months paid in by then
---@param restriction string? # code: none, civil_servant, soe_leader or special_work; may be left out
---@return retirement.flexible.result
function retirement.flexible(category, birth, requested_ym, contrib_months, restriction) end

---@class retirement.min_contribution.result
---@field min_months number? # months: months that must be paid in

---months that must be paid in, by the year of retirement (Social Insurance Law, art. 16; State Council measures of 2024-09-13, art. 2)
---@param retire_year integer? # year: calendar year of retirement
---@return retirement.min_contribution.result
function retirement.min_contribution(retire_year) end

---@class retirement.offer.result
---@field total integer? # fen: a month, without local extras
---@field verdict string? # code: accept_early, accept_statutory, accept_late, accept_special or why not
---@field why steward.sentence? # say: why
---@field first_day integer? # day: first month that is paid
---@field base integer? # fen: calculation base
---@field index number? # number: contribution index; 0 for residents
---@field bonus integer? # fen: for long contribution of a resident
---@field years number? # years: years paid and deemed, decimal
---@field age_months number? # months: age in months

---what an application for a pension comes to (State Council measures of 2024-09-13, art. 1 to 3 and 8; State Council 2005-38, part 6; State Council 2014-8, part 5 and 6; MOHRSS 2024-94)
---@param category string? # code: male60, female55, female50 or resident
---@param birth integer? # day: birth date
---@param from_ym integer? # day: month asked for; empty: when the age is reached; may be left out
---@param asked_on integer? # day: day of the application
---@param contrib_months integer? # months: months paid
---@param account_yuan integer? # fen: balance of the personal account
---@param deemed_months integer? # months: deemed months; may be left out
---@param special boolean? # yes/no: special work; may be left out
---@param restriction string? # code: none, civil_servant, soe_leader or special_work; may be left out
---@param base_yuan integer? # fen: calculation base where none of the year is known; may be left out
---@param paid string? # text: months and mean base by year; may be left out
---@return retirement.offer.result
function retirement.offer(category, birth, from_ym, asked_on, contrib_months, account_yuan, deemed_months, special, restriction, base_yuan, paid) end

survivor = {}

---@class survivor.as_of.result
---@field total integer? # fen: both, not more than the cap

---both grants as of the day of the death (Social Insurance Law, art. 17; MOHRSS and Ministry of Finance 2021-18)
---@param died_on integer? # day: day of the death
---@param months number? # months: months paid up to the death
---@param drawn_from integer? # day: pension drawn since; may be left out
---@param own_contributions_paid integer? # fen: own contributions; below five years; may be left out
---@param scheme string? # code: scheme of the dead
---@return survivor.as_of.result
function survivor.as_of(died_on, months, drawn_from, own_contributions_paid, scheme) end

---@class survivor.grant.result
---@field grant_months number? # months: months of the survivors' grant
---@field funeral_grant integer? # fen: funeral grant
---@field survivor_grant integer? # fen: survivors' grant
---@field total integer? # fen: both, not more than the cap
---@field cap_applied boolean? # yes/no: the cap made it less

---funeral grant and survivors' grant (Social Insurance Law, art. 17; MOHRSS and Ministry of Finance 2021-18)
---@param status string? # code: in_service or retired
---@param contribution_years number? # years: years of contribution; only completed ones count
---@param years_drawn number? # years: years the pension was drawn; for the retired; may be left out
---@param monthly_income_base integer? # fen: disposable income a month, last year, towns of the province
---@param own_contributions_paid integer? # fen: own contributions; below five years; may be left out
---@param died_on integer? # day: day of the death; empty: the law of today; may be left out
---@return survivor.grant.result
function survivor.grant(status, contribution_years, years_drawn, monthly_income_base, own_contributions_paid, died_on) end

tn = {}

---@class tn.old_age_pension.result
---@field verdict string? # code: full, early, derogatory, too_young or too_few_quarters
---@field rate number? # number: share of the reference salary
---@field pension number? # dinar: pension

---old-age pension of Tunisia (law 60-33 of 1960-12-14)
---@param reference_salary number? # dinar: reference salary
---@param quarters integer? # quarters: quarters of insurance
---@param age number? # years: age
---@return tn.old_age_pension.result
function tn.old_age_pension(reference_salary, quarters, age) end

unemployment = {}

---@class unemployment.amount.result
---@field amount integer? # fen: a month

---unemployment benefit a month (Social Insurance Law, art. 47; provincial notices)
---@param jurisdiction string? # code: place; empty: that of the command line
---@param month_index integer? # months: which month of the benefit, from 1; may be left out
---@param stage string? # code: empty: by the month; 1_12, 13_24 or extension; may be left out
---@return unemployment.amount.result
function unemployment.amount(jurisdiction, month_index, stage) end

---@class unemployment.amount_on.result
---@field amount integer? # fen: a month

---unemployment benefit of one month (Social Insurance Law, art. 47; provincial notices)
---@param month integer? # day: first day of the month
---@param month_index integer? # months: which month of the benefit, from 1; may be left out
---@param stage string? # code: empty: by the month; 1_12, 13_24 or extension; may be left out
---@return unemployment.amount_on.result
function unemployment.amount_on(month, month_index, stage) end

---@class unemployment.entitlement.result
---@field eligible boolean? # yes/no: has a claim
---@field duration_months number? # months: months it is paid
---@field why steward.sentence? # say: why not

---months of unemployment benefit (Social Insurance Law, art. 45, 46 and 51; Measures on Claiming and Paying Unemployment Insurance Benefit, art. 15 (2); provincial regulations)
---@param jurisdiction string? # code: place; empty: that of the command line
---@param contribution_months integer? # months: months paid since the last benefit
---@param involuntary boolean? # yes/no: the work ended against their will
---@param registered boolean? # yes/no: registered as unemployed
---@param seeking_work boolean? # yes/no: seeks work
---@param draws_pension boolean? # yes/no: draws a pension
---@param carried_over_months integer? # months: months of an earlier benefit not drawn; may be left out
---@return unemployment.entitlement.result
function unemployment.entitlement(jurisdiction, contribution_months, involuntary, registered, seeking_work, draws_pension, carried_over_months) end

---@class unemployment.job_search.result
---@field amount integer? # fen: a month
---@field months number? # months: months it is paid
---@field why steward.sentence? # say: how it comes about

---job-search subsidy a month beside unemployment benefit (Social Insurance Law, art. 47 (benefits are of the places); Guangdong Unemployment Insurance Regulations 2022, art. 20)
---@param jurisdiction string? # code: place; empty: that of the command line
---@param average_wage integer? # fen: average wage that contributions were paid on
---@param benefit_months integer? # months: months that the benefit is paid
---@param months_drawn integer? # months: months of the subsidy drawn before of the same benefit; may be left out
---@return unemployment.job_search.result
function unemployment.job_search(jurisdiction, average_wage, benefit_months, months_drawn) end

---@class unemployment.premium.result
---@field is_known boolean? # yes/no: whether a sum is in force
---@field amount integer? # fen: a month
---@field why steward.sentence? # say: how it comes about

---contribution that the fund pays while the benefit is drawn (Social Insurance Law, art. 48; State Council measures of 2024-09-13, art. 7)
---@param jurisdiction string? # code: place; empty: that of the command line
---@param kind string? # code: medical or pension
---@param month integer? # day: first day of the month; empty: that of the command line; may be left out
---@param stage string? # code: extension, or empty; may be left out
---@return unemployment.premium.result
function unemployment.premium(jurisdiction, kind, month, stage) end

uscc = {}

---@class uscc.check.result
---@field verdict string? # code: valid, normalise, check_ok_org_bad or invalid
---@field normal_form string? # text: 18 characters; empty when it is invalid
---@field why steward.sentence? # say: why it is not simply valid

---check of a unified social credit code (GB 32100-2015; GB 11714-1997)
---@param code string? # text: code as it was written; may be left out
---@return uscc.check.result
function uscc.check(code) end

namespace ChildrensTrust.Pipeline.Tests.Catalogue;

/// <summary>A file of each publication that the catalogue takes from Explore Education Statistics. Columns and words
/// are the publisher's. Figures of England and Nottinghamshire are published ones or illustrative.</summary>
internal static class EesSamples
{
    private const string Assessments =
        "category,Assessments_completed,Assessments_completed_rate,Same_day,1-10_days,11-20_days,21-30_days,"
        + "31-40_days,41-45_days,46-50_days,51-60_days,61+_days,25th_Percentile_days,Median_days,"
        + "75th_Percentile_days";

    public static IReadOnlyList<EesSample> All { get; } =
    [
        new(
            "d6_cpps_reviewed_within_timescales_2013_to_2025.csv",
            "Reporting year,2025",
            "category,CPP_At31_3Months,Reviewed_within_timescales,Reviewed_within_timescales_percent"
        )
        {
            England = ["Child Protection Plans reviewed within timescales,35000,31700,90.6"],
            Nottinghamshire = ["Child Protection Plans reviewed within timescales,400,373,93.2"],
            Figures = [("child-protection-reviews", 90.6m, 93.2m)],
        },
        new("c2_children_in_need_assessments_duration_2014_to_2024.csv", "Reporting year,2024", Assessments)
        {
            England =
            [
                "Duration of assessment,643170,536,9880,73420,110950,102600,129690,116670,38560,29490,31900,19,34,44",
            ],
            Nottinghamshire = ["Duration of assessment,1000,60,10,190,210,150,180,220,20,10,10,13,24,38"],
            Figures = [("assessments-within-45-days", 84.5m, 96.0m)],
        },
        new(
            "c1_children_in_need_referrals_and_rereferrals_2013_to_2025.csv",
            "Reporting year,2025",
            "category,referral_count,rereferral_count,rereferral_percent,no_further_action_count,"
                + "no_further_action_percent,not_in_need_count,not_in_need_percent,referral_child_count,"
                + "rereferral_child_count,rereferral_child_percent"
        )
        {
            England = ["Referrals and Re-referrals,632830,142900,22.6,41340,6.5,194620,30.8,557810,116950,21"],
            Nottinghamshire = ["Referrals and Re-referrals,6390,1475,23.1,0,0,3214,50.3,5758,1259,21.9"],
            Figures = [("re-referrals", 22.6m, 23.1m)],
        },
        new(
            "c1_children_in_need_referrals_and_rereferrals_2013_to_2024.csv",
            "Reporting year,2024",
            "category,Referrals,Referrals_rate,Re_referrals,Re_referrals_percent"
        )
        {
            England = ["Referrals and Re-referrals,621880,518,139300,22.4"],
            Nottinghamshire = ["Referrals and Re-referrals,6520,386,1682,25.8"],
            Figures = [("re-referrals", 22.4m, 25.8m)],
        },
        new(
            "EYFSP_APS_GLD_ELG_underlying_data_2013_2018.csv",
            "Academic year,201718",
            "characteristic_group,characteristic,number_of_children,point_score,average_point_score,elg_number,"
                + "elg_percent,gld_number,gld_percent,comm_lang_lit_number,comm_lang_lit_percent"
        )
        {
            England =
            [
                "Total,Total,652400,22552375,34.6,457806,70.2,466703,71.5,472328,72.4",
                "Gender,Gender Female,318293,11382910,35.8,246666,77.5,249669,78.4,252128,79.2",
            ],
            Nottinghamshire = ["Total,Total,9000,311000,34.6,6200,68.9,6273,69.7,6400,71.1"],
            Figures = [("good-level-of-development", 71.5m, 69.7m)],
        },
        new(
            "1_eyfsp_headline_measures_2022.csv",
            "Academic year,202122",
            "lad_code,lad_name,characteristic,characteristic_type,gender,children_number,average_elgs,elg_number,"
                + "elg_percentage,comm_lang_lit_number,comm_lang_lit_percentage,gld_number,gld_percentage"
        )
        {
            England =
            [
                ",,Total,Total,Total,622583,14.100000,394514,63.400000,417453,67.100000,405723,65.200000",
                ",,Total,Total,Girls,304334,14.800000,214817,70.600000,224089,73.600000,218923,71.900000",
            ],
            Nottinghamshire = [",,Total,Total,Total,8500,14.2,5500,64.7,5800,68.2,5678,66.8"],
            Figures = [("good-level-of-development", 65.2m, 66.8m)],
        },
        new(
            "2122_lachar_data.csv",
            "Academic year,202122",
            "version,breakdown,characteristic_gender,characteristic_free_school_meals,t_schools,t_pupils,t_att8,"
                + "avg_att8,t_l2basics_95,pt_l2basics_95"
        )
        {
            England = ["Final,Total,Total,Total,3400,587000,28645600,48.8,292000,49.8"],
            Nottinghamshire =
            [
                "Final,Total,Total,Total,45,8500,414800,48.8,4200,49.4",
                "Final,Gender,Girls,Total,45,4200,214000,51.0,2200,52.4",
            ],
            Figures = [("attainment-8", 48.8m, 48.8m), ("english-and-maths-grade-5", 49.8m, 49.4m)],
        },
        new(
            "202425_performance_local_authority.csv",
            "Academic year,202425",
            "version,breakdown_topic,breakdown,sex,disadvantage_status,pupil_count,attainment8_average,"
                + "engmath_95_percent"
        )
        {
            England = ["Provisional,Total,Total,Total,Total,620000,45.9,45.2"],
            Nottinghamshire =
            [
                "Provisional,Total,Total,Total,Total,8600,45.5,44.1",
                "Provisional,Sex,Girls,Girls,Total,4300,48.0,46.9",
            ],
            Figures = [("attainment-8", 45.9m, 45.5m), ("english-and-maths-grade-5", 45.2m, 44.1m)],
        },
        // The two halves of the file differ in their columns: from 2019/20 "fixed period exclusions" are suspensions.
        new(
            "exclusions_by_geographic_level.csv",
            "Academic year,201617",
            "estab,laestab,academy_type,academy_open_date,school_type,num_schools,headcount,perm_excl,perm_excl_rate,"
                + "fixed_excl,fixed_excl_rate,one_plus_fixed,one_plus_fixed_rate"
        )
        {
            England =
            [
                ",,Total,Total,Total,21319,8025075,7720,0.1,381865,4.76,183475,2.29",
                ",,Total,Total,State-funded primary,16837,4689660,1255,0.03,64340,1.37,28940,0.62",
            ],
            Nottinghamshire = [",,Total,Total,Total,336,117000,70,0.06,4914,4.2,2200,1.88"],
            Figures = [("suspensions", 4.76m, 4.2m), ("permanent-exclusions", 0.1m, 0.06m)],
        },
        new(
            "suspensions_permanent_exclusions_by_geography.csv",
            "Academic year,202324",
            "education_phase,num_schools,headcount,perm_excl,perm_excl_rate,suspension,susp_rate,one_plus_susp,"
                + "one_plus_susp_rate"
        )
        {
            England =
            [
                "Total,21366,8445343,10885,0.12889,954952,11.30744,341266,4.04088",
                "Special,1095,160420,125,0.07792,20253,12.62498,8118,5.06047",
            ],
            Nottinghamshire = ["Total,340,120000,100,0.08333,12000,10.0,4800,4.0"],
            Figures = [("suspensions", 11.30744m, 10.0m), ("permanent-exclusions", 0.12889m, 0.08333m)],
        },
        new(
            "timeliness_20_week.csv",
            "Calendar year,2022",
            "breakdown_topic,breakdown,plans_issued_den,plans_issued_den_ex,plans_issued_within_20_weeks,"
                + "plans_issued_20_weeks_ex,pc_plans_issued_within_20_weeks,PC_plans_issued_20_weeks_ex,"
                + "plans_issued_gt20weeks_ltYear,plans_issued_gt20weeks_ltYear_ex"
        )
        {
            England =
            [
                "All EHC plans issued,All EHC plans issued,65512,62108,31226,30536,47.7,49.2,x,x",
                "Sex,Female,20000,19000,9000,8900,45.0,46.8,x,x",
            ],
            Nottinghamshire = ["All EHC plans issued,All EHC plans issued,500,480,300,295,60.0,61.5,x,x"],
            Figures = [("ehc-plans-within-20-weeks", 49.2m, 61.5m), ("ehc-plans-within-20-weeks-all", 47.7m, 60.0m)],
        },
        new(
            "b1_children_in_need_2013_to_2024.csv",
            "Reporting year,2024",
            "category,Anypoint_episodes,Anypoint_episodes_rate,Anypoint_child,Anypoint_child_rate,At31_episodes,"
                + "At31_episodes_rate,Awaiting_assessment,Awaiting_assessment_rate"
        )
        {
            England = ["Children in Need,756150,630.2,702840,585.8,399460,332.9,15810,13.2"],
            Nottinghamshire = ["Children in Need,7164,424.1,6848,405.4,4173,247,127,7.5"],
            Figures = [("children-in-need", 332.9m, 247m)],
        },
        new(
            "cla_number_and_rate_per_10k_children.csv",
            "Reporting year,2025",
            "population_type,population_estimate,children_count,rate_per_10000"
        )
        {
            England =
            [
                "Children ceasing to be looked after each year,12183016,34450,28",
                "Children looked after on 31 March each year,12183016,81770,67",
                "Children starting to be looked after each year,12183016,32270,26",
            ],
            Nottinghamshire = ["Children looked after on 31 March each year,170000,1020,60"],
            Figures = [("children-looked-after", 67m, 60m)],
        },
        new(
            "cla_number_and_rate_per_10k_children.csv",
            "Reporting year,2024",
            "population_count,population_estimate,number,rate_per_10000"
        )
        {
            England =
            [
                "Children ceasing to be looked after each year,12100000,33000,27",
                "Children looked after at 31 March each year,12100000,83630,70",
                "Children starting to be looked after each year,12100000,33000,27",
            ],
            Nottinghamshire = ["Children looked after at 31 March each year,170000,980,58"],
            Figures = [("children-looked-after", 70m, 58m)],
        },
        new("la_cla_placement_stability.csv", "Reporting year,2024", "cla_group,placement_stability,number,percentage")
        {
            England =
            [
                "Children looked after at 31 March,With 3 or more placements during the year,8600,10",
                "Children looked after at 31 March,Total children,83630,100",
            ],
            Nottinghamshire =
            [
                "Children looked after at 31 March,With 3 or more placements during the year,88,9",
                "Children looked after at 31 March,Total children,980,100",
            ],
            Figures = [("placement-stability-short", 10m, 9m)],
        },
        new(
            "la_cla_placement_stability.csv",
            "Reporting year,2025",
            "cla_group,placement_stability,children_count,children_percent"
        )
        {
            England =
            [
                "Children looked after continuously for at least 2.5 years on 31 March aged under 16 years,"
                    + "Living with the same carer for at least 2 years,19680,69",
                "Children looked after continuously for at least 2.5 years on 31 March aged under 16 years,"
                    + "Total children,28710,100",
                "CLA 2 years on 31 March,With 3 or more placements during the previous 2 years,13410,23",
                "CLA on 31 March,Total children,81770,100",
                "CLA on 31 March,With 3 or more placements during the year,8500,10",
            ],
            Nottinghamshire =
            [
                "Children looked after continuously for at least 2.5 years on 31 March aged under 16 years,"
                    + "Living with the same carer for at least 2 years,210,70",
                "CLA on 31 March,With 3 or more placements during the year,90,9",
            ],
            Figures = [("placement-stability-long", 69m, 70m), ("placement-stability-short", 10m, 9m)],
        },
        new(
            "la_care_leavers_accommodation_suitability.csv",
            "Reporting year,2025",
            "care_leaver_age,breakdown,care_leaver_count,care_leaver_percent"
        )
        {
            England =
            [
                "17 to 18 years,Accommodation considered suitable,12000,91",
                "19 to 21 years,Accommodation considered suitable,33000,88",
                "19 to 21 years,Accommodation considered unsuitable,2300,6",
                "19 to 21 years,Total,37500,100",
            ],
            Nottinghamshire = ["19 to 21 years,Accommodation considered suitable,320,90"],
            Figures = [("care-leavers-suitable-accommodation", 88m, 90m)],
        },
        new(
            "la_care_leavers_accommodation_suitability.csv",
            "Reporting year,2024",
            "age,accommodation_suitability,number,percentage"
        )
        {
            England = ["19 to 21 years,Accommodation considered suitable,32000,88"],
            Nottinghamshire =
            [
                "17 to 18 years,Accommodation considered suitable,120,92",
                "19 to 21 years,Accommodation considered suitable,310,89",
            ],
            Figures = [("care-leavers-suitable-accommodation", 88m, 89m)],
        },
        new(
            "la_care_leavers_activity.csv",
            "Reporting year,2025",
            "care_leaver_age,breakdown,care_leaver_count,care_leaver_percent"
        )
        {
            England =
            [
                "19 to 21 years,Education other than higher education,7150,20",
                "19 to 21 years,\"Total in education, employment or training\",20000,54",
            ],
            Nottinghamshire = ["19 to 21 years,\"Total in education, employment or training\",200,55"],
            Figures = [("care-leavers-in-education-or-work", 54m, 55m)],
        },
        new("la_care_leavers_activity.csv", "Reporting year,2024", "age,activity,number,percentage")
        {
            England = ["19 to 21 years,\"Total in education, employment or training\",19500,54"],
            Nottinghamshire = ["19 to 21 years,\"Total in education, employment or training\",190,56"],
            Figures = [("care-leavers-in-education-or-work", 54m, 56m)],
        },
        new(
            "csww_indicators_2017_to_2025.csv",
            "Reporting year,2025",
            "inpost_fte,inpost_headcount,leavers_fte,leavers_headcount,turnover_rate_fte,turnover_rate_headcount,"
                + "agency_fte,agency_headcount,agency_rate_fte,agency_rate_headcount,vacancy_fte,vacancy_rate_fte,"
                + "case_holders_fte,cases,caseload_fte"
        )
        {
            England = ["36186.3,38292,4276.3,4611,11.8,12,5415.9,5566,13,12.7,5965.4,14.2,21105.4,321661,15.2"],
            Nottinghamshire = ["400.0,420,40.0,43,10.0,10.2,20.0,21,4.8,4.7,50.0,11.1,220.0,3300,15.0"],
            Figures =
            [
                ("social-worker-turnover", 11.8m, 10.0m),
                ("social-worker-vacancies", 14.2m, 11.1m),
                ("agency-social-workers", 13m, 4.8m),
                ("social-worker-caseload", 15.2m, 15.0m),
            ],
        },
        new(
            "ks2_regional_local_authority_and_pupil_characteristics_2019_to_2024_final.csv",
            "Academic year,202324",
            "version,breakdown_topic,breakdown,establishment_type_group,sex,no_schools,t_rwm_eligible_pupils,"
                + "t_rwm_met_expected_standard,pt_rwm_met_expected_standard,pt_rwm_met_higher_standard"
        )
        {
            England =
            [
                "Final,All pupils,Total,State-funded schools,Total,16000,670000,408700,61,8",
                "Final,Disadvantage,Disadvantaged,State-funded schools,Total,16000,200000,92000,46,3",
            ],
            Nottinghamshire = ["Final,All pupils,Total,State-funded schools,Total,280,9000,5580,62,8"],
            Figures = [("key-stage-2-expected", 61m, 62m)],
        },
        new(
            "202425_ks2_local_authority_performance.csv",
            "Academic year,202425",
            "version,establishment_type_group,breakdown_topic,breakdown,subject,expected_standard_pupil_percent,"
                + "higher_standard_pupil_percent,average_scaled_score"
        )
        {
            England =
            [
                "Final,All state funded,All pupils,Total,\"Reading, writing and maths\",62,8,z",
                "Final,All state funded,All pupils,Total,Reading,75,33,106",
            ],
            Nottinghamshire =
            [
                "Final,All state funded,All pupils,Total,Maths,74,24,105",
                "Final,All state funded,All pupils,Total,\"Reading, writing and maths\",63,9,z",
                "Final,All state funded,Sex,Girls,\"Reading, writing and maths\",66,10,z",
            ],
            Figures = [("key-stage-2-expected", 62m, 63m)],
        },
        new(
            "phonics_y1_regional_and_local_authority_f_2012_to_2022.csv",
            "Academic year,202122",
            "version,characteristic_group,characteristic,school_type,gender,no_schools,t_phonics_y1_eligible_pupils,"
                + "t_phonics_y1_met_expected_standard,pt_phonics_y1_met_expected_standard"
        )
        {
            England =
            [
                "Final,All pupils,Total,State-funded schools,Total,16000,630000,472500,75",
                "Final,FSM status,FSM eligible,State-funded schools,Total,16000,150000,93000,62",
            ],
            Nottinghamshire = ["Final,All pupils,Total,State-funded schools,Total,280,9000,6840,76"],
            Figures = [("phonics-year-1", 75m, 76m)],
        },
        new(
            "phonics_by_region_and_local_authority_2012_to_2025.csv",
            "Academic year,202425",
            "version,establishment_type_group,sex,disadvantage_status,ethnicity_major,ethnicity_minor,first_language,"
                + "fsm_status,sen_provision,year_group,establishment_count,eligible_pupil_count,"
                + "expected_standard_pupil_count,working_towards_pupil_count,absent_pupil_count,"
                + "disapplied_pupil_count,expected_standard_pupil_percent"
        )
        {
            England =
            [
                "Final,All state funded,Total,Total,Total,Total,Total,Total,Total,Year 1,16000,600000,480000,1,1,1,80",
                "Final,All state funded,Total,Total,Total,Total,Total,Total,Total,By the end of year 2,16000,600000,"
                    + "534000,1,1,1,89",
            ],
            Nottinghamshire =
            [
                "Final,All state funded,Boys,Total,Total,Total,Total,Total,Total,Year 1,280,4000,3000,1,1,1,75",
                "Final,All state funded,Total,Total,Total,Total,Total,Total,Total,Year 1,280,8000,6320,1,1,1,79",
            ],
            Figures = [("phonics-year-1", 80m, 79m)],
        },
        new(
            "sen_phase_type.csv",
            "Academic year,202425",
            "phase_type_grouping,type_of_establishment,hospital_school,total_pupils,ehc_plan,ehc_plan_percent,"
                + "sen_support,sen_support_percent"
        )
        {
            England =
            [
                "Total,Total,Total,9000000,477000,5.3,1278000,14.2",
                "State-funded primary,Total,No,4600000,161000,3.5,690000,15.0",
            ],
            Nottinghamshire = ["Total,Total,Total,130000,4940,3.8,18330,14.1"],
            Figures = [("pupils-with-ehc-plans", 5.3m, 3.8m), ("pupils-with-sen-support", 14.2m, 14.1m)],
        },
        new("ehe_census.csv", "Autumn term,202526", Census)
        {
            England = ["Total,Total,126000,100,1.5000000", "Sex,Female,65100,52,x"],
            Nottinghamshire = ["Total,Total,1600,100,1.4000000"],
            Figures = [("elective-home-education", 1.5m, 1.4m)],
        },
        new("ehe_census.csv", "Autumn term,202425", OlderCensus)
        {
            England = ["Total,Total,111700,100,1.4000000", "Sex,Female,57500,51,x"],
            Nottinghamshire = ["Total,Total,1500,100,1.3000000"],
            Figures = [("elective-home-education", 1.4m, 1.3m)],
        },
        new("cme_census.csv", "Autumn term,202526", Census)
        {
            England = ["Total,Total,34700,100,0.4000000", "Sex,Male,18500,53,x"],
            Nottinghamshire = ["Total,Total,300,100,0.3000000"],
            Figures = [("children-missing-education", 0.4m, 0.3m)],
        },
        new("cme_census.csv", "Autumn term,202425", OlderCensus)
        {
            England = ["Total,Total,39200,100,0.5", "Sex,Female,17600,45,x"],
            Nottinghamshire = ["Total,Total,400,100,0.3"],
            Figures = [("children-missing-education", 0.5m, 0.3m)],
        },
        new("UD_NEETNK_LA_dashboard_2022_final.csv", "Financial year,202122", "Age,NEET_percent,NEET_not_known_percent")
        {
            England = ["16-17,2.6,4.7"],
            Nottinghamshire = ["16-17,1.9,3.0"],
            Figures = [("neet-16-to-17", 2.6m, 1.9m), ("neet-or-not-known", 4.7m, 3.0m)],
        },
        new(
            "d1_child_protection_plans_2013_to_2024.csv",
            "Reporting year,2024",
            "category,CPP_start,CPP_At31,CPP_At31_rate"
        )
        {
            England = ["Child Protection Plans,62400,49900,41.6"],
            Nottinghamshire = ["Child Protection Plans,900,600,35.5"],
            Figures = [("child-protection-plans", 41.6m, 35.5m)],
        },
        new(
            "d3_cpps_subsequent_plan_2013_to_2024.csv",
            "Reporting year,2024",
            "category,CPP_start,CPP_subsequent,CPP_subsequent_percent"
        )
        {
            England = ["Child Protection Plans which are a second or subsequent plan,62000,15400,24.8"],
            Nottinghamshire = ["Child Protection Plans which are a second or subsequent plan,900,240,26.7"],
            Figures = [("repeat-child-protection-plans", 24.8m, 26.7m)],
        },
        new(
            "1_absence_3term_nat_reg_la.csv",
            "Academic year,202324",
            "education_phase,sess_possible,sess_overall,sess_overall_percent,enrolments,enrolments_pa_10_exact,"
                + "enrolments_pa_10_exact_percent"
        )
        {
            England = ["Total,2300000000,164000000,7.13,7300000,1460000,20.0"],
            Nottinghamshire = ["Total,36000000,2500000,6.94,115000,21000,18.3"],
            Figures = [("overall-absence", 7.13m, 6.94m), ("persistent-absence", 20.0m, 18.3m)],
        },
        new("level_2_3_ages_16_19_local_authority_figures.csv", "Academic year,202223", "characteristic,cohort,l3by19")
        {
            England = ["Total,600000,59.197", "Gender Female,290000,63.2"],
            Nottinghamshire = ["Total,8000,55.649"],
            Figures = [("level-3-by-19", 59.197m, 55.649m)],
        },
    ];

    private const string Census = "breakdown_topic,breakdown,child_count,child_percent,rate_per_100";
    private const string OlderCensus = "filter_group,filter,number,pc,rate";
}

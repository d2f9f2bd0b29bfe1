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
    ];
}

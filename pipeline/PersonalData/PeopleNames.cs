using System.Collections.Frozen;
using System.Text;

namespace ChildrensTrust.Pipeline.PersonalData;

/// <summary>Finds a list of people in a table that no reader knows: a column in which most cells look like a name
/// and many contain a common forename. A few places and schools contain a forename too, but never most of a
/// list.</summary>
internal sealed class PeopleNames
{
    private const int MinNames = 3;
    private const int MostWords = 5;
    private const int LongestName = 60;

    private readonly List<(long Filled, long Alike, long Known)> _columns = [];

    /// <summary>Whether a column is a list of people.</summary>
    public bool IsList => _columns.Exists(c => c.Known >= MinNames && c.Alike * 2 > c.Filled && c.Known * 3 >= c.Alike);

    /// <summary>Looks at a cell that is not blank.</summary>
    public void Take(int column, ReadOnlySpan<byte> cell)
    {
        while (_columns.Count <= column)
            _columns.Add(default);
        ref var tally = ref System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_columns)[column];
        tally.Filled++;
        if (cell.Length > LongestName || cell.IndexOfAnyInRange((byte)'0', (byte)'9') >= 0)
            return;
        var words = Words(PlainText.Of(Encoding.UTF8.GetString(cell)));
        if (words.Length is 0 or > MostWords || !Array.TrueForAll(words, w => char.IsUpper(w[0])))
            return;
        tally.Alike++;
        if (Array.Exists(words, Forenames.Contains))
            tally.Known++;
    }

    private static string[] Words(string plain) =>
        plain.Split([' ', ',', '.', '\t'], StringSplitOptions.RemoveEmptyEntries);

    // Those that are often a place's name too, such as Chester, are left out.
    private static readonly FrozenSet<string> Forenames = (
        "aaliyah aaron abbie abdul abdullah abigail adam adele adrian agnes ahmad ahmed aidan aisha alan albert alex "
        + "alexander alexandra alfie alfred ali alice alicia alison amanda amber amelia amelie amina "
        + "amir amy anastasia "
        + "andrea andrew andrzej angela anita ann anna annabelle anne annie anthony antonio aoife archie aria ariana "
        + "arthur arya asha ashley asma ava ayaan ayesha barbara beatrice ben benjamin bethany betty beverley bilal "
        + "billy bobby brandon brian bridget caitlin callum cameron carl carol caroline carolyn catherine charles "
        + "charlie charlotte chloe chris christina christine christopher claire clara clive colin connor conor craig "
        + "daisy daniel danielle danny darren david dawn debbie deborah denise dennis derek diana diane dominic "
        + "donald donna dorothy douglas duncan dylan edith edward edwin eileen elaine eleanor elena elijah elizabeth "
        + "ella ellie elliot elliott elsie emilia emily emma eric erin esme ethan eva evelyn evie faisal "
        + "farah fatima fiona frances francesca francis frank freddie frederick freya gareth gary gavin gemma "
        + "geoffrey george georgina gerald gillian gordon grace graham gregory hamza hannah harold harriet harrison "
        + "harry harvey hassan heather heidi helen henry hilary holly hope howard hugh hussain ian "
        + "ibrahim imogen imran "
        + "irene isaac isabel isabella isabelle isla ivy jack jackson jacob jacqueline jade jake james jamie jan jane "
        + "janet janice jasmine jason jayden jean jeffrey jennifer jeremy jessica jill joan joanna joanne joe joel "
        + "john jonathan joseph josh joshua joyce juan jude judith julia julian julie june kai karen karim kate "
        + "katherine kathleen kathryn katie kayla keith kelly kenneth kevin khadija kieran kim kirsty krzysztof kyle "
        + "laila laura lauren lee leo leon leonard lewis liam lilly lily lisa logan lola lorraine louis louise luca "
        + "lucas lucy luke lydia lynn maciej madison maisie malcolm marcus margaret maria marie marilyn mariam mark "
        + "martha martin mary maryam mason matilda matthew maureen max maya megan mehmet melanie melissa mia michael "
        + "michelle mila millie mohamed mohammad mohammed molly monica muhammad nancy naomi natalie nathan neil niamh "
        + "nicholas nicola nigel noah nora norma norman olive oliver olivia omar oscar owen pamela patricia patrick "
        + "paul paula pauline penelope peter philip phoebe phyllis pippa piotr poppy priya rachel rahul ralph raymond "
        + "rebecca reece reuben rhys richard riley robert robin roger ronald rory rosa rose rosie ross ruby russell "
        + "ruth ryan sally sam samantha samira samuel sandra sara sarah scarlett scott sean sebastian seth shane "
        + "sharon shaun sheila shirley sienna simon sofia sonia sophia sophie stephanie stephen steven stuart "
        + "susan suzanne sylvia tanya teddy teresa thea theo theodore theresa thomas tiffany timothy toby tom "
        + "tomasz tommy tony tracey tracy valerie vanessa vera veronica vincent violet walter wayne wendy willow "
        + "yasmin yusuf yvonne zachary zahra zainab zara zoe zofia william will"
    )
        .Split(' ')
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}

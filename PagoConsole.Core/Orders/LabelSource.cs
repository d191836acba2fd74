namespace PagoConsole.Core.Orders;

/// <summary>Where it is known from whether an order was fraud, the weakest first: a stronger one replaces a weaker one.</summary>
public enum LabelSource
{
    /// <summary>A person approved or rejected it in review.</summary>
    Review = 1,

    /// <summary>The buyer's side disputes it.</summary>
    Dispute = 2,

    /// <summary>The marketplace's history says so.</summary>
    Import = 3,

    /// <summary>The marketplace, or a person in the console, said so of this very order.</summary>
    Told = 4,
}

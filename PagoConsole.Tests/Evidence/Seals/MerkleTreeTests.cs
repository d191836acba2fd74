using FsCheck.Xunit;
using PagoConsole.Core.Evidence.Seals;

namespace PagoConsole.Tests.Evidence.Seals;

public sealed class MerkleTreeTests
{
    private static readonly string[] Leaves =
        ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"];

    // The roots that the reference implementation of certificate transparency is tested with.
    [Theory]
    [InlineData(1, "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d")]
    [InlineData(2, "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125")]
    [InlineData(3, "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77")]
    [InlineData(5, "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4")]
    [InlineData(7, "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c")]
    [InlineData(8, "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328")]
    public void The_root_is_that_of_RFC_6962(int count, string root)
    {
        var leaves = Leaves.Take(count).Select(leaf => MerkleTree.Leaf(Convert.FromHexString(leaf))).ToList();

        Assert.Equal(root, Convert.ToHexStringLower(MerkleTree.Root(leaves)));
    }

    [Property(MaxTest = 60)]
    public bool Every_leaf_climbs_to_the_root_and_no_other_hash_does(byte size, byte which)
    {
        var leaves = Enumerable.Range(0, size + 1).Select(i => MerkleTree.Leaf(BitConverter.GetBytes(i))).ToList();
        var (index, root) = (which % leaves.Count, MerkleTree.Root(leaves));
        var path = MerkleTree.Path(leaves, index);

        return MerkleTree.Climb(leaves[index], path).AsSpan().SequenceEqual(root)
            && !MerkleTree.Climb(MerkleTree.Leaf([9, 9]), path).AsSpan().SequenceEqual(root);
    }

    [Fact]
    public void A_node_is_no_leaf()
    {
        var (left, right) = (MerkleTree.Leaf([1]), MerkleTree.Leaf([2]));

        Assert.NotEqual(MerkleTree.Node(left, right), MerkleTree.Leaf([.. left, .. right]));
    }
}
